package cn.mentougou.bench.load;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An account as the platform knows it.
 *
 * @param appId its AppID
 * @param originalId its original id
 * @param token the token that signs
 * @param aesKey the key that seals; absent in plain mode
 */
public record Account(String appId, String originalId, String token, @Nullable String aesKey) {

	/** The account at an index of the application's properties. */
	public static Account of(Map<String, Object> properties, int index) {
		String prefix = "education.wechat.accounts[" + index + "].";
		boolean plain = properties.get(prefix + "mode").equals("plain");
		return new Account(text(properties, prefix + "app-id"), text(properties, prefix + "original-id"),
				text(properties, prefix + "token"), plain ? null : text(properties, prefix + "aes-key"));
	}

	/** The same account without sealing. */
	public Account inPlainMode() {
		return new Account(this.appId, this.originalId, this.token, null);
	}

	private static String text(Map<String, Object> properties, String name) {
		return String.valueOf(properties.get(name));
	}

}
