package cn.mentougou.education.office.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Makes a value findable without storing it: the HMAC-SHA-256 of the value under a key
 * that never rotates. Equal values of one domain give equal results, values of different
 * domains never do.
 */
public class LookupIndex {

	/** Bytes of a result. */
	public static final int LENGTH = 32;

	private final SecretKey key;

	private final ThreadLocal<Mac> mac;

	LookupIndex(PrivacyKeys keys) {
		this.key = keys.index();
		this.mac = ThreadLocal.withInitial(this::newMac);
	}

	/**
	 * The look-up value of several parts. Each part is preceded by its length, so no two
	 * lists of parts run together.
	 * @param domain what is looked up, such as {@code wechat.message}
	 * @param parts the parts of the value
	 * @return 32 bytes
	 */
	public byte[] of(String domain, String... parts) {
		Mac mac = this.mac.get();
		// A call that broke off in the middle must not colour the next value.
		mac.reset();
		update(mac, domain);
		for (String part : parts) {
			update(mac, part);
		}
		return mac.doFinal();
	}

	private static void update(Mac mac, String part) {
		byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
		mac.update((byte) (bytes.length >>> 24));
		mac.update((byte) (bytes.length >>> 16));
		mac.update((byte) (bytes.length >>> 8));
		mac.update((byte) bytes.length);
		mac.update(bytes);
	}

	private Mac newMac() {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			return mac;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
