package cn.mentougou.education.office.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

import cn.mentougou.education.shared.RandomBytes;

/**
 * Seals content before it is stored and opens it again. A sealed value carries the id of
 * its key, so old values stay readable after a new first key was configured, and is bound
 * to its place: a value copied into another row or column does not open.
 * <p>
 * Form: version 1, length of the key id, key id, nonce of 12 bytes, AES-256-GCM cipher
 * text with a tag of 16 bytes.
 */
public class Vault {

	private static final byte VERSION = 1;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final PrivacyKeys keys;

	private final ThreadLocal<Cipher> cipher = ThreadLocal.withInitial(Vault::newCipher);

	Vault(PrivacyKeys keys) {
		this.keys = keys;
	}

	/**
	 * Seals content under the current key.
	 * @param clear the content
	 * @param place where it will stand, such as table, column and row key
	 * @return the sealed value, to be stored as it is
	 */
	public byte[] seal(byte[] clear, byte[] place) {
		byte[] id = this.keys.currentId().getBytes(StandardCharsets.US_ASCII);
		byte[] nonce = RandomBytes.take(NONCE_BYTES);
		byte[] secret = encrypted(key(id), nonce, clear, place);
		return ByteBuffer.allocate(2 + id.length + NONCE_BYTES + secret.length)
			.put(VERSION)
			.put((byte) id.length)
			.put(id)
			.put(nonce)
			.put(secret)
			.array();
	}

	/**
	 * Opens a sealed value.
	 * @param sealed what {@link #seal} returned
	 * @param place the place that was given there
	 * @return the content
	 * @throws Unsealable if the key is gone, or the value or its place were changed
	 */
	public byte[] open(byte[] sealed, byte[] place) {
		if (sealed.length < 2 || sealed[0] != VERSION || sealed[1] < 1
				|| sealed.length < 2 + sealed[1] + NONCE_BYTES + TAG_BITS / 8) {
			throw new Unsealable("not a sealed value");
		}
		int nonceAt = 2 + sealed[1];
		int secretAt = nonceAt + NONCE_BYTES;
		byte[] id = Arrays.copyOfRange(sealed, 2, nonceAt);
		try {
			return run(Cipher.DECRYPT_MODE, key(id), Arrays.copyOfRange(sealed, nonceAt, secretAt),
					Arrays.copyOfRange(sealed, secretAt, sealed.length), place);
		}
		catch (GeneralSecurityException ex) {
			throw new Unsealable("changed after it was sealed, or moved", ex);
		}
	}

	/** {@link #seal(byte[], byte[])} of a text, bound to the name of its place. */
	public byte[] seal(String clear, String place) {
		return seal(clear.getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8));
	}

	/** {@link #open(byte[], byte[])} of a text. */
	public String open(byte[] sealed, String place) {
		return new String(open(sealed, place.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
	}

	private SecretKey key(byte[] id) {
		SecretKey key = this.keys.byId(new String(id, StandardCharsets.US_ASCII));
		if (key == null) {
			throw new Unsealable("no key with the id that the value carries");
		}
		return key;
	}

	private byte[] encrypted(SecretKey key, byte[] nonce, byte[] clear, byte[] place) {
		try {
			return run(Cipher.ENCRYPT_MODE, key, nonce, clear, place);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] run(int mode, SecretKey key, byte[] nonce, byte[] input, byte[] place)
			throws GeneralSecurityException {
		Cipher cipher = this.cipher.get();
		cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(place);
		return cipher.doFinal(input);
	}

	private static Cipher newCipher() {
		try {
			return Cipher.getInstance("AES/GCM/NoPadding");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
