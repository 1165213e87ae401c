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
		return HEX.formatHex(digest(parts));
	}

	/** Whether a signature is the right one; takes the same time for any wrong one. */
	static boolean matches(String given, String... parts) {
		byte[] digest = digest(parts);
		int difference = given.length() ^ 2 * digest.length;
		for (int i = 0; i < 2 * digest.length && i < given.length(); i++) {
			int digit = digest[i >> 1] >> ((i & 1) == 0 ? 4 : 0) & 0xF;
			difference |= given.charAt(i) ^ Character.forDigit(digit, 16);
		}
		return difference == 0;
	}

	private static byte[] digest(String... parts) {
		String[] sorted = parts.clone();
		Arrays.sort(sorted);
		MessageDigest digest = SHA_1.get();
		for (String part : sorted) {
			digest.update(part.getBytes(StandardCharsets.UTF_8));
		}
		return digest.digest();
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
