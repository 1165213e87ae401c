package cn.mentougou.education.wechat.token;

import org.apache.http.impl.client.CloseableHttpClient;

import cn.mentougou.education.wechat.account.WeChatHosts;
import cn.mentougou.education.wechat.breaker.WxMpGuard;

/**
 * The way to the platform, which all accounts share.
 *
 * @param hosts where it is
 * @param http the connections
 * @param guard what stands before every call
 */
record PlatformLine(WeChatHosts hosts, CloseableHttpClient http, WxMpGuard guard) {
}
