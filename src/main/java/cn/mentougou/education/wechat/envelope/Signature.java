package cn.mentougou.education.wechat.envelope;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The platform's signature: SHA-1 over the sorted parts, joined without separator (消息推送:
 * 验证消息的确来自微信服务器).
 */
final class Signature {

	private static final ThreadLocal<MessageDigest> SHA_1 = ThreadLocal.withInitial(Signature::newDigest);

	private static final HexFormat HEX = HexFormat.of();

	private Signature() {
	}

	/** The signature of the parts, in lower-case hexadecimal. */
	static String of(String... parts) {
		String[] sorted = parts.clone();
		Arrays.sort(sorted);
		MessageDigest digest = SHA_1.get();
		for (String part : sorted) {
			digest.update(part.getBytes(StandardCharsets.UTF_8));
		}
		return HEX.formatHex(digest.digest());
	}

	/** Whether a signature is the right one; takes the same time for any wrong one. */
	static boolean matches(String given, String... parts) {
		return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8),
				of(parts).getBytes(StandardCharsets.UTF_8));
	}

	private static MessageDigest newDigest() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
