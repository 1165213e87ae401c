package cn.mentougou.education.wechat.jssdk;

import jakarta.servlet.http.HttpServletResponse;

import cn.mentougou.education.wechat.account.WeChatHosts;

/**
 * Lets the JS-SDK into one page: its controller calls {@link #allowOn}, its template adds
 * {@code h5/js-sdk :: scripts}. No other page lets a foreign script in.
 */
public class JsSdk {

	private static final String POLICY = "Content-Security-Policy";

	private final String host;

	JsSdk(WeChatHosts hosts) {
		this.host = hosts.open().equals("https://open.weixin.qq.com") ? "https://res.wx.qq.com" : hosts.open();
	}

	/** Lets the script and what it opens into the page of this answer; its address. */
	public String allowOn(HttpServletResponse response) {
		String policy = response.getHeader(POLICY);
		response.setHeader(POLICY, ((policy != null) ? policy + "; " : "") + "script-src 'self' "
				+ this.host.replaceAll("(?<=[^:/])/.*", ""));
		return this.host + "/open/js/jweixin-1.6.0.js";
	}

}
