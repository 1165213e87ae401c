package cn.mentougou.education.wechat.account;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import cn.mentougou.education.shared.Misconfigured;

/**
 * {@code education.wechat.*} as the operator wrote it.
 *
 * @param accounts the official accounts
 * @param apiBaseUrl where the platform's API is reached; the real one when absent
 * @param openBaseUrl the authorisation host; follows {@code apiBaseUrl} when only that is
 * set
 * @param mpBaseUrl the picture host; follows {@code apiBaseUrl} when only that is set
 */
@ConfigurationProperties("education.wechat")
record WeChatProperties(@DefaultValue List<Account> accounts, @Nullable String apiBaseUrl, @Nullable String openBaseUrl,
		@Nullable String mpBaseUrl) {

	WeChatHosts hosts() {
		String api = stripped("api-base-url", this.apiBaseUrl, "https://api.weixin.qq.com");
		boolean elsewhere = this.apiBaseUrl != null && !this.apiBaseUrl.isBlank();
		return new WeChatHosts(api,
				stripped("open-base-url", this.openBaseUrl, elsewhere ? api : "https://open.weixin.qq.com"),
				stripped("mp-base-url", this.mpBaseUrl, elsewhere ? api : "https://mp.weixin.qq.com"));
	}

	private static String stripped(String name, @Nullable String url, String otherwise) {
		if (url == null || url.isBlank()) {
			return otherwise;
		}
		String given = url.strip().replaceAll("/+$", "");
		if (!given.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
			throw new Misconfigured("education.wechat." + name + " 的写法不对：应为以 http:// 或 https:// 开头的地址。");
		}
		return given;
	}

	/**
	 * One entry of the list; which fields are needed is checked by {@link AccountCheck}.
	 */
	record Account(@Nullable String kind, @Nullable String appId, @Nullable String originalId, @Nullable String secret,
			@Nullable String token, @Nullable String aesKey, @Nullable String mode,
			@DefaultValue("true") boolean verified, @Nullable String previousToken, @Nullable String previousAesKey) {

		/** Keeps the secrets out of every log. */
		@Override
		public String toString() {
			return "Account[" + this.kind + " " + this.appId + "]";
		}

	}

}
