package cn.mentougou.wechatsim.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The AES envelope: 16 random bytes, the length, the message and the app id, padded to
 * blocks of 32 bytes.
 */
public final class PushCipher {

	private static final int BLOCK = 32;

	private static final int RANDOM = 16;

	private final byte[] key;

	public PushCipher(String encodingAesKey) {
		this.key = Base64.getDecoder().decode(encodingAesKey + "=");
		if (key.length != 32) {
			throw new IllegalArgumentException("an EncodingAESKey has 43 characters");
		}
	}

	public String seal(Opened content, String random) {
		byte[] message = content.xml().getBytes(StandardCharsets.UTF_8);
		byte[] appId = content.appId().getBytes(StandardCharsets.UTF_8);
		int length = RANDOM + Integer.BYTES + message.length + appId.length;
		int padding = BLOCK - length % BLOCK;
		ByteBuffer plain = ByteBuffer.allocate(length + padding)
			.put(random.getBytes(StandardCharsets.ISO_8859_1), 0, RANDOM)
			.putInt(message.length)
			.put(message)
			.put(appId);
		Arrays.fill(plain.array(), length, length + padding, (byte) padding);
		return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, plain.array()));
	}

	/** Opens an envelope, or says by an exception why it is none. */
	public Opened open(String sealed) {
		byte[] plain = run(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(sealed));
		int padding = plain[plain.length - 1] & 0xff;
		int end = plain.length - padding;
		if (padding < 1 || padding > BLOCK || end < RANDOM + Integer.BYTES) {
			throw new IllegalArgumentException("wrong padding");
		}
		int length = ByteBuffer.wrap(plain).getInt(RANDOM);
		int start = RANDOM + Integer.BYTES;
		if (length < 0 || length > end - start) {
			throw new IllegalArgumentException("wrong length");
		}
		return new Opened(new String(plain, start, length, StandardCharsets.UTF_8),
				new String(plain, start + length, end - start - length, StandardCharsets.UTF_8));
	}

	private byte[] run(int mode, byte[] input) {
		if (input.length == 0 || input.length % RANDOM != 0) {
			throw new IllegalArgumentException("not whole blocks");
		}
		try {
			Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
			cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, RANDOM));
			return cipher.doFinal(input);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("not an envelope", ex);
		}
	}

	/** What is inside an envelope. */
	public record Opened(String xml, String appId) {
	}

}
