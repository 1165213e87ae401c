package cn.mentougou.education.wechat.account;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
		String api = stripped(this.apiBaseUrl, "https://api.weixin.qq.com");
		boolean elsewhere = this.apiBaseUrl != null && !this.apiBaseUrl.isBlank();
		return new WeChatHosts(api, stripped(this.openBaseUrl, elsewhere ? api : "https://open.weixin.qq.com"),
				stripped(this.mpBaseUrl, elsewhere ? api : "https://mp.weixin.qq.com"));
	}

	private static String stripped(@Nullable String url, String otherwise) {
		if (url == null || url.isBlank()) {
			return otherwise;
		}
		return url.strip().replaceAll("/+$", "");
	}

	/**
	 * One entry of the list; which fields are needed is checked by {@link AccountCheck}.
	 */
	record Account(@Nullable AccountKind kind, @Nullable String appId, @Nullable String originalId,
			@Nullable String secret, @Nullable String token, @Nullable String aesKey, @Nullable PushMode mode,
			@DefaultValue("true") boolean verified, @Nullable String previousToken, @Nullable String previousAesKey) {
	}

}
