package cn.mentougou.wechatsim.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import me.chanjar.weixin.common.bean.WxJsapiSignature;
import me.chanjar.weixin.common.bean.WxOAuth2UserInfo;
import me.chanjar.weixin.common.bean.oauth2.WxOAuth2AccessToken;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.service.WxOAuth2Service;
import me.chanjar.weixin.mp.api.WxMpService;

/**
 * What a program says for pages in the browser: codes become people, pages are signed. It
 * is handed three codes instead of a person: of a silent grant, of a full one and of a
 * snapshot.
 */
public final class SdkWeb implements Callable<Map<String, Object>> {

	static final String PAGE = "http://localhost:8080/h5?class=7&x=%E7%8F%AD";

	private final WxMpService service;

	private final String[] codes;

	private final Map<String, Object> answers = new LinkedHashMap<>();

	public SdkWeb(String platform, Map<String, String> account, String codes) {
		this.service = SdkConversation.service(platform, account, true);
		this.codes = codes.split(",");
	}

	@Override
	public Map<String, Object> call() throws WxErrorException {
		WxOAuth2Service web = service.getOAuth2Service();
		answers.put("address", web.buildAuthorizationUrl("http://localhost:8080/h5/enter", "snsapi_base", "s1"));
		WxOAuth2AccessToken silent = web.getAccessToken(codes[0]);
		answers.put("openid", silent.getOpenId());
		answers.put("scope", silent.getScope());
		answers.put("snapshot", silent.getSnapshotUser() != null);
		answers.put("used twice", code(() -> web.getAccessToken(codes[0])));
		answers.put("never issued", code(() -> web.getAccessToken("nonsense")));
		answers.put("name of a silent grant", code(() -> web.getUserInfo(silent, "zh_CN")));
		answers.put("valid", web.validateAccessToken(silent));
		answers.put("refreshed", web.refreshAccessToken(silent.getRefreshToken()).getOpenId());
		answers.put("refreshed with nonsense", code(() -> web.refreshAccessToken("nonsense")));
		WxOAuth2UserInfo full = web.getUserInfo(web.getAccessToken(codes[1]), "zh_CN");
		answers.put("nickname", full.getNickname());
		answers.put("unionid", full.getUnionId());
		WxOAuth2AccessToken snapshot = web.getAccessToken(codes[2]);
		answers.put("is a snapshot", snapshot.getSnapshotUser());
		answers.put("made up", !snapshot.getOpenId().equals(silent.getOpenId()));
		answers.put("same ticket", service.getJsapiTicket(true).equals(service.getJsapiTicket(true)));
		WxJsapiSignature signature = service.createJsapiSignature(PAGE);
		answers.put("signature", signature.getSignature());
		answers.put("nonce", signature.getNonceStr());
		answers.put("timestamp", String.valueOf(signature.getTimestamp()));
		return answers;
	}

	private static int code(Callable<?> call) {
		try {
			call.call();
			return 0;
		}
		catch (WxErrorException ex) {
			return ex.getError().getErrorCode();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
