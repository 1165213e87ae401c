package cn.mentougou.education.wechat.sender;

import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.wechat.call.Called;
import cn.mentougou.education.wechat.call.WxMpCalls;
import cn.mentougou.education.wechat.token.WxMpClients;

/**
 * Sends one message by one call and tells apart what was taken, what was refused, what
 * surely never left and what nobody knows.
 */
class WxMpSender {

	private static final JsonMapper JSON = new JsonMapper();

	private final WxMpClients clients;

	WxMpSender(WxMpClients clients) {
		this.clients = clients;
	}

	/**
	 * Makes the call.
	 * @param key the {@code client_msg_id} of a keyed channel
	 */
	Outcome send(String appId, String openId, OutboundMessage message, String key) {
		WxMpService service;
		try {
			service = this.clients.of(appId);
		}
		catch (IllegalArgumentException ex) {
			return new Outcome.Refused(Reason.ACCOUNT, "");
		}
		return outcome(
				WxMpCalls.make(() -> taken(service.post(url(message.channel()), WxMpBodies.of(openId, message, key)))));
	}

	private static Outcome outcome(Called<Outcome> called) {
		if (called instanceof Called.Answered<Outcome> answered) {
			return answered.value();
		}
		if (called instanceof Called.Refused<Outcome> refused) {
			return new Outcome.Refused(String.valueOf(refused.code()), refused.rid());
		}
		if (called instanceof Called.NotSent<Outcome> notSent) {
			return new Outcome.NotSent(notSent.reason(), notSent.notBefore());
		}
		if (called instanceof Called.Unknown<Outcome> unknown) {
			boolean isBroken = unknown.reason().equals(WxMpCalls.CONNECTION);
			return new Outcome.Unknown(isBroken ? Reason.ANSWER : unknown.reason(), unknown.rid());
		}
		// The account may not make such calls; nothing was sent.
		return new Outcome.Refused(Reason.CAPABILITY, "");
	}

	private static WxMpApiUrl url(Channel channel) {
		return switch (channel) {
			case CUSTOMER_SERVICE -> WxMpApiUrl.Kefu.MESSAGE_CUSTOM_SEND;
			case TEMPLATE -> WxMpApiUrl.TemplateMsg.MESSAGE_TEMPLATE_SEND;
			case NOTICE -> WxMpApiUrl.SubscribeMsg.SEND_SUBSCRIBE_MESSAGE_URL;
		};
	}

	/** The SDK takes an answer without a code for a success; the platform sends one. */
	private static Outcome taken(String answer) {
		JsonNode json = JSON.readTree(answer);
		if (json.path("errcode").asInt(-1) != 0) {
			return new Outcome.Unknown(Reason.ANSWER, "");
		}
		String id = json.path("msgid").asString("");
		return new Outcome.Sent((id.isEmpty() || id.length() > SendResults.MAX_ID) ? null : id);
	}

}
