package cn.mentougou.wechatsim.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.bean.result.WxMpUser;
import me.chanjar.weixin.mp.bean.result.WxMpUserList;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;

/**
 * What a program says to the platform with the unchanged SDK. It speaks to its caller in
 * types of the JDK only, because another version of the SDK runs it in a class loader of
 * its own.
 */
public final class SdkConversation implements Callable<Map<String, Object>> {

	private final String platform;

	private final Map<String, String> account;

	private final String openId;

	public SdkConversation(String platform, Map<String, String> account, String openId) {
		this.platform = platform;
		this.account = account;
		this.openId = openId;
	}

	@Override
	public Map<String, Object> call() throws WxErrorException {
		WxMpService stable = service(platform, account, true);
		WxMpService legacy = service(platform, account, false);
		WxMpUser user = stable.getUserService().userInfo(openId, "zh_CN");
		WxMpUserList list = stable.getUserService().userList(null);
		boolean sent = stable.getKefuService()
			.sendKefuMessage(WxMpKefuMessage.TEXT().toUser(openId).content("通知 😀").build());
		boolean typing = stable.getKefuService().sendKfTypingState(openId, "Typing");
		String first = stable.getAccessToken(true);
		return Map.of("legacy", legacy.getAccessToken(), "legacy again", legacy.getAccessToken(true), "stable", first,
				"stable again", stable.getAccessToken(), "callback", List.of(stable.getCallbackIP()), "subscribed",
				user.getSubscribe(), "batch", stable.getUserService().userInfoList(List.of(openId)).size(), "openids",
				list.getOpenids(), "sent", sent, "typing", typing);
	}

	/** The error codes of one message too many and of one to a stranger. */
	public List<Integer> refusals() {
		WxMpService service = service(platform, account, true);
		List<Integer> codes = new ArrayList<>();
		for (String receiver : List.of(openId, openId, openId, openId, "oStranger")) {
			try {
				service.getKefuService().sendKefuMessage(WxMpKefuMessage.TEXT().toUser(receiver).content("通知").build());
				codes.add(0);
			}
			catch (WxErrorException ex) {
				codes.add(ex.getError().getErrorCode());
			}
		}
		return codes;
	}

	static WxMpService service(String platform, Map<String, String> account, boolean stable) {
		WxMpHostConfig hosts = new WxMpHostConfig();
		hosts.setApiHost(platform);
		hosts.setMpHost(platform);
		hosts.setOpenHost(platform);
		WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
		config.setAppId(account.get("appId"));
		config.setSecret(account.get("secret"));
		config.setToken(account.get("token"));
		config.setAesKey(account.get("aesKey"));
		config.useStableAccessToken(stable);
		config.setHostConfig(hosts);
		WxMpService service = new WxMpServiceImpl();
		service.setWxMpConfigStorage(config);
		return service;
	}

}
