package cn.mentougou.education.wechat.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import cn.mentougou.education.shared.RandomBytes;

/**
 * The platform's AES (加解密方案): AES-256-CBC, the IV is the first 16 bytes of the key,
 * padding to blocks of 32. The plain text is 16 random bytes, the length of the message
 * in 4 bytes, the message, the AppID.
 */
final class MessageCipher {

	private static final int BLOCK = 32;

	private static final int RANDOM_BYTES = 16;

	private static final int HEAD = RANDOM_BYTES + Integer.BYTES;

	private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(MessageCipher::newCipher);

	private final SecretKeySpec key;

	private final IvParameterSpec iv;

	private final byte[] appId;

	/**
	 * Takes EncodingAESKey. Its 43 characters carry 258 bits; the two spare ones may be
	 * set and do not matter.
	 */
	MessageCipher(String encodingAesKey, String appId) {
		byte[] bytes = Base64.getDecoder().decode(encodingAesKey + "=");
		this.key = new SecretKeySpec(bytes, "AES");
		this.iv = new IvParameterSpec(bytes, 0, 16);
		this.appId = appId.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Opens the content of {@code <Encrypt>}.
	 * @return the message, or nothing if it was not sealed with this key for this account
	 */
	Optional<byte[]> open(String encrypted) {
		try {
			byte[] secret = Base64.getDecoder().decode(encrypted);
			if (secret.length == 0 || secret.length % 16 != 0) {
				return Optional.empty();
			}
			return message(run(Cipher.DECRYPT_MODE, secret));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private Optional<byte[]> message(byte[] padded) {
		int pad = padded[padded.length - 1];
		int end = padded.length - pad;
		if (pad < 1 || pad > BLOCK || end < HEAD || !isPadding(padded, end, pad)) {
			return Optional.empty();
		}
		int length = ByteBuffer.wrap(padded, RANDOM_BYTES, Integer.BYTES).getInt();
		if (length < 0 || length > end - HEAD) {
			return Optional.empty();
		}
		byte[] forApp = Arrays.copyOfRange(padded, HEAD + length, end);
		if (!MessageDigest.isEqual(forApp, this.appId)) {
			return Optional.empty();
		}
		return Optional.of(Arrays.copyOfRange(padded, HEAD, HEAD + length));
	}

	private static boolean isPadding(byte[] padded, int from, int pad) {
		for (int i = from; i < padded.length; i++) {
			if (padded[i] != pad) {
				return false;
			}
		}
		return true;
	}

	/** Seals a message for {@code <Encrypt>}: Base64, thus ASCII. */
	byte[] seal(byte[] message) {
		return seal(message, RandomBytes.take(RANDOM_BYTES));
	}

	byte[] seal(byte[] message, byte[] random) {
		int length = HEAD + message.length + this.appId.length;
		int pad = BLOCK - length % BLOCK;
		byte[] padded = new byte[length + pad];
		ByteBuffer.wrap(padded).put(random).putInt(message.length).put(message).put(this.appId);
		Arrays.fill(padded, length, padded.length, (byte) pad);
		return Base64.getEncoder().encode(run(Cipher.ENCRYPT_MODE, padded));
	}

	private byte[] run(int mode, byte[] input) {
		try {
			Cipher cipher = CIPHER.get();
			cipher.init(mode, this.key, this.iv);
			return cipher.doFinal(input);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Cipher newCipher() {
		try {
			return Cipher.getInstance("AES/CBC/NoPadding");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
