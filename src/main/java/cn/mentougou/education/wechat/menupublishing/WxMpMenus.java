package cn.mentougou.education.wechat.menupublishing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLHandshakeException;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.apache.http.conn.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.breaker.NothingSent;
import cn.mentougou.education.wechat.token.TokenUnavailable;
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

	private static final Pattern RID = Pattern.compile("rid: ?([0-9a-zA-Z-]{1,64})");

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
		try {
			String answer = call.on(this.clients.of(appId));
			JsonNode json = JSON.readTree(answer);
			return (json.isObject() && json.has(field)) ? new Answer.Done(answer) : new Answer.Unknown("ANSWER");
		}
		catch (Refusal ex) {
			// The account may not call it; nothing was called.
			return new Answer.Refused("48001", "");
		}
		catch (TokenUnavailable ex) {
			return new Answer.NotSent("TOKEN" + ex.code());
		}
		catch (NothingSent ex) {
			return new Answer.NotSent("BREAKER");
		}
		catch (DataAccessException ex) {
			// Only the way to the token asks the database.
			return new Answer.NotSent("DATABASE");
		}
		catch (WxErrorException ex) {
			return (ex.getCause() instanceof IOException broken) ? broken(broken) : refused(ex);
		}
		catch (RuntimeException ex) {
			// The SDK and the reader of JSON throw whatever they like.
			return new Answer.Unknown("ANSWER");
		}
	}

	private static Answer broken(IOException ex) {
		return (ex instanceof ConnectException || ex instanceof ConnectTimeoutException
				|| ex instanceof UnknownHostException || ex instanceof NoRouteToHostException
				|| ex instanceof SSLHandshakeException) ? new Answer.NotSent("UNREACHABLE")
						: new Answer.Unknown("CONNECTION");
	}

	private static Answer refused(WxErrorException ex) {
		int code = ex.getError().getErrorCode();
		return switch (code) {
			case -1 -> new Answer.Unknown("-1");
			// The SDK's own: an empty answer.
			case -99 -> new Answer.Unknown("ANSWER");
			// Our token was refused twice, or we are too fast: nothing was read.
			case 40001, 40014, 42001, 45011 -> new Answer.NotSent(String.valueOf(code));
			default -> new Answer.Refused(String.valueOf(code), rid(ex.getError().getJson()));
		};
	}

	private static String rid(@Nullable String json) {
		Matcher rid = RID.matcher((json != null) ? json : "");
		return rid.find() ? rid.group(1) : "";
	}

	/** One call of the SDK. */
	@FunctionalInterface
	private interface Call {

		String on(WxMpService client) throws WxErrorException;

	}

}
