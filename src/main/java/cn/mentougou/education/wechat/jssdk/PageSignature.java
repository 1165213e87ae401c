package cn.mentougou.education.wechat.jssdk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What {@code wx.config} wants to see: SHA-1 over ticket, nonce, time and the page's
 * address without its fragment, in this order and not encoded (JS-SDK 说明文档, 附录1).
 *
 * @param appId the account
 * @param timestamp seconds
 * @param nonceStr a word for once
 * @param signature 40 digits
 */
record PageSignature(String appId, String timestamp, String nonceStr, String signature) {

	static PageSignature of(String appId, String ticket, Page page) {
		String address = page.url().split("#", 2)[0];
		String text = "jsapi_ticket=" + ticket + "&noncestr=" + page.nonce() + "&timestamp=" + page.seconds() + "&url="
				+ address;
		try {
			byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
			return new PageSignature(appId, String.valueOf(page.seconds()), page.nonce(),
					HexFormat.of().formatHex(digest));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The page that is signed. */
	record Page(String url, String nonce, long seconds) {
	}

}
