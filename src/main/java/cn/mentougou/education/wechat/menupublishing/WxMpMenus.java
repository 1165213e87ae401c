package cn.mentougou.education.wechat.menupublishing;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.wechat.call.Called;
import cn.mentougou.education.wechat.call.WxMpCalls;
import cn.mentougou.education.wechat.token.WxMpClients;

/**
 * The calls on menus, each once and in the platform's own JSON, which the SDK's beans do
 * not hold whole.
 */
@Component
class WxMpMenus {

	/** The platform has no menu of this account (46003). */
	static final String NO_MENU = "46003";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final WxMpClients clients;

	WxMpMenus(WxMpClients clients) {
		this.clients = clients;
	}

	Answer get(String appId) {
		return call(appId, (client) -> client.get(WxMpApiUrl.Menu.MENU_GET, null), "menu");
	}

	/**
	 * What is shown now, made by whomever; the platform's form for menus made by hand.
	 */
	Answer selfMenu(String appId) {
		return call(appId, (client) -> client.get(WxMpApiUrl.Menu.GET_CURRENT_SELFMENU_INFO, null), "is_menu_open");
	}

	Answer create(String appId, String body) {
		return call(appId, (client) -> client.post(WxMpApiUrl.Menu.MENU_CREATE, body), "errcode");
	}

	Answer addConditional(String appId, String body) {
		return call(appId, (client) -> client.post(WxMpApiUrl.Menu.MENU_ADDCONDITIONAL, body), "menuid");
	}

	Answer deleteConditional(String appId, String menuId) {
		String body = JSON.createObjectNode().put("menuid", menuId).toString();
		return call(appId, (client) -> client.post(WxMpApiUrl.Menu.MENU_DELCONDITIONAL, body), "errcode");
	}

	/** An answer without the field that belongs to it is none. */
	private Answer call(String appId, Call call, String field) {
		Called<Answer> called = WxMpCalls.make(() -> {
			String answer = call.on(this.clients.of(appId));
			JsonNode json = JSON.readTree(answer);
			return (json.isObject() && json.has(field)) ? new Answer.Done(answer)
					: new Answer.Unknown(WxMpCalls.ANSWER);
		});
		if (called instanceof Called.Answered<Answer> answered) {
			return answered.value();
		}
		if (called instanceof Called.Refused<Answer> refused) {
			return new Answer.Refused(String.valueOf(refused.code()), refused.rid());
		}
		if (called instanceof Called.NotSent<Answer> notSent) {
			// The day's calls are used up: nobody is to wait for tomorrow unawares.
			return notSent.reason().equals("45009") ? new Answer.Refused("45009", notSent.rid())
					: new Answer.NotSent(notSent.reason());
		}
		if (called instanceof Called.Unknown<Answer> unknown) {
			boolean isOfTheLine = unknown.reason().equals(WxMpCalls.TIMEOUT)
					|| unknown.reason().startsWith(WxMpCalls.HTTP);
			return new Answer.Unknown(isOfTheLine ? WxMpCalls.CONNECTION : unknown.reason());
		}
		// The account may not call it; nothing was called.
		return new Answer.Refused("48001", "");
	}

	/** One call of the SDK. */
	@FunctionalInterface
	private interface Call {

		String on(WxMpService client) throws WxErrorException;

	}

}
