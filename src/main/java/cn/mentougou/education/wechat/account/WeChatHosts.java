package cn.mentougou.education.wechat.account;

/**
 * Where the platform is reached; each without a slash at the end.
 *
 * @param api the API host
 * @param open the host of web authorisation (网页授权)
 * @param mp the host of QR pictures and notice pages
 */
public record WeChatHosts(String api, String open, String mp) {
}
