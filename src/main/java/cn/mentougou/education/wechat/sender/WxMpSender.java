package cn.mentougou.education.wechat.sender;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLHandshakeException;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.apache.http.client.HttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.breaker.BreakerOpen;
import cn.mentougou.education.wechat.token.TokenUnavailable;
import cn.mentougou.education.wechat.token.WxMpClients;

/**
 * Sends one message by one call and tells apart what was taken, what was refused, what
 * surely never left and what nobody knows.
 */
class WxMpSender {

	private static final Pattern RID = Pattern.compile("rid: ?([0-9a-zA-Z-]{1,64})");

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
		try {
			return taken(service.post(url(message.channel()), WxMpBodies.of(openId, message, key)));
		}
		catch (TokenUnavailable ex) {
			return new Outcome.NotSent(Reason.TOKEN + ex.code());
		}
		catch (BreakerOpen ex) {
			return new Outcome.NotSent(Reason.BREAKER, ex.probeAt());
		}
		catch (DataAccessException ex) {
			// Only the way to the token asks the database.
			return new Outcome.NotSent(Reason.DATABASE);
		}
		catch (Refusal ex) {
			// The account may not make such calls; nothing was sent.
			return new Outcome.Refused(Reason.CAPABILITY, "");
		}
		catch (WxErrorException ex) {
			return (ex.getCause() instanceof IOException broken) ? broken(broken) : refused(ex);
		}
		catch (RuntimeException ex) {
			// The SDK throws whatever its JSON reader throws.
			return new Outcome.Unknown(Reason.ANSWER, "");
		}
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

	private static Outcome broken(IOException ex) {
		if (ex instanceof ConnectException || ex instanceof ConnectTimeoutException
				|| ex instanceof UnknownHostException || ex instanceof NoRouteToHostException
				|| ex instanceof SSLHandshakeException) {
			return new Outcome.NotSent(Reason.UNREACHABLE);
		}
		if (ex instanceof HttpResponseException response) {
			return new Outcome.Unknown(Reason.HTTP + response.getStatusCode(), "");
		}
		return new Outcome.Unknown((ex instanceof SocketTimeoutException) ? Reason.TIMEOUT : Reason.ANSWER, "");
	}

	private static Outcome refused(WxErrorException ex) {
		int code = ex.getError().getErrorCode();
		String reason = Integer.toString(code);
		String rid = rid(ex.getError().getJson());
		return switch (code) {
			case -1 -> new Outcome.Unknown(reason, rid);
			// The SDK's own: an empty answer.
			case -99 -> new Outcome.Unknown(Reason.ANSWER, rid);
			// Our token was refused twice, we are too fast, or the day's calls are used
			// up: the message was not read.
			case 40001, 40014, 42001, 45011, 45009 -> new Outcome.NotSent(reason);
			default -> new Outcome.Refused(reason, rid);
		};
	}

	private static String rid(@Nullable String json) {
		Matcher rid = RID.matcher((json != null) ? json : "");
		return rid.find() ? rid.group(1) : "";
	}

}
