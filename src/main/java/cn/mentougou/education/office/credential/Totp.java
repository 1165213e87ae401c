package cn.mentougou.education.office.credential;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import cn.mentougou.education.shared.RandomBytes;

/**
 * The secret behind the six digits of an authenticator application (RFC 6238: SHA-1, 30
 * seconds, six digits, what every application can).
 */
public final class Totp {

	/** Seconds that a code stands for. */
	private static final int STEP = 30;

	private static final int DIGITS = 6;

	private static final int MODULUS = 1_000_000;

	private static final int BYTES = 20;

	private static final int FEWEST_BYTES = 16;

	private final byte[] secret;

	private Totp(byte[] secret) {
		this.secret = secret.clone();
	}

	/** A new secret. */
	public static Totp fresh() {
		return new Totp(RandomBytes.take(BYTES));
	}

	/**
	 * The secret that these letters write.
	 * @throws IllegalArgumentException if they are not Base32 or too few
	 */
	public static Totp of(String letters) {
		byte[] bytes = Base32.bytes(letters);
		if (bytes.length < FEWEST_BYTES) {
			throw new IllegalArgumentException("a secret has at least 26 letters");
		}
		return new Totp(bytes);
	}

	/** The secret as letters, to be typed instead of scanned. */
	public String letters() {
		return Base32.of(this.secret);
	}

	/**
	 * The step to which the code belongs: the present one, the one before or the one
	 * after, so that a watch may be half a minute wrong. A step is accepted once only,
	 * which is for the caller to remember.
	 */
	public OptionalLong stepOf(String code, Instant now) {
		long present = stepAt(now);
		OptionalLong found = OptionalLong.empty();
		for (long step = present - 1; step <= present + 1; step++) {
			if (MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8),
					code(step).getBytes(StandardCharsets.UTF_8))) {
				found = OptionalLong.of(step);
			}
		}
		return found;
	}

	/** The code that an application shows at this time. */
	public String codeAt(Instant time) {
		return code(stepAt(time));
	}

	private static long stepAt(Instant time) {
		return Math.floorDiv(time.getEpochSecond(), STEP);
	}

	private String code(long step) {
		byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
		int offset = hash[hash.length - 1] & 0xF;
		int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
		return String.format("%0" + DIGITS + "d", number % MODULUS);
	}

	private byte[] hmac(byte[] message) {
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(this.secret, "HmacSHA1"));
			return mac.doFinal(message);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The address that the QR code holds. What is not said is what every application
	 * takes for granted: SHA-1, six digits, thirty seconds.
	 */
	public String uri(String issuer, String account) {
		return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + letters() + "&issuer="
				+ encoded(issuer);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/** Keeps the secret out of every log. */
	@Override
	public String toString() {
		return "Totp";
	}

}
