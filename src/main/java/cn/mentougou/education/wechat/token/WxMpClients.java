package cn.mentougou.education.wechat.token;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.apache.http.impl.client.CloseableHttpClient;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.account.WeChatHosts;
import cn.mentougou.education.wechat.breaker.WxMpGuard;

/**
 * One SDK client an account. The SDK's own switching between accounts is not used: it is
 * bound to the thread, and a pooled thread may act for the wrong account.
 */
public class WxMpClients {

	private final Map<String, WxMpService> clients;

	WxMpClients(WeChatAccounts accounts, AccessTokens tokens, Line line) {
		this.clients = accounts.all()
			.stream()
			.map((account) -> client(account, tokens, line))
			.collect(Collectors.toUnmodifiableMap((client) -> client.getWxMpConfigStorage().getAppId(),
					Function.identity()));
	}

	/**
	 * The client of this account. Its calls throw
	 * {@link cn.mentougou.education.wechat.breaker.NothingSent} before anything was sent
	 * when there is no token or the platform is thought to be down.
	 * @throws IllegalArgumentException if the account is not one of ours
	 */
	public WxMpService of(String appId) {
		WxMpService client = this.clients.get(appId);
		if (client == null) {
			throw new IllegalArgumentException("no such account: " + appId);
		}
		return client;
	}

	private static WxMpService client(WeChatAccount account, AccessTokens tokens, Line line) {
		WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
		config.setAppId(account.appId());
		config.setSecret(account.secret());
		WeChatHosts hosts = line.hosts();
		config.setHostConfig(new WxMpHostConfig(hosts.api(), hosts.open(), hosts.mp()));
		WxMpClient client = new WxMpClient(account, tokens, line);
		client.setWxMpConfigStorage(config);
		return client;
	}

	/**
	 * The way to the platform, which all accounts share.
	 *
	 * @param hosts where it is
	 * @param http the connections
	 * @param guard what stands before every call
	 */
	record Line(WeChatHosts hosts, CloseableHttpClient http, WxMpGuard guard) {
	}

}
