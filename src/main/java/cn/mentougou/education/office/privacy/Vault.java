package cn.mentougou.education.office.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.RandomBytes;

/**
 * Seals content before it is stored and opens it again. A sealed value carries the ids of
 * its algorithm and its key, so old values stay readable after a new first key was
 * configured, and is bound to its place: a value copied into another row or column does
 * not open; version 2 is bound to its head as well.
 * <p>
 * Form: version 2, code of the algorithm, length of the key id, key id, nonce of 12
 * bytes, cipher text with a tag of 16 bytes. Version 1 had no code and was AES-256-GCM;
 * it is read, never written.
 */
public class Vault {

	private static final byte VERSION = 2;

	private static final byte FIRST_VERSION = 1;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final PrivacyKeys keys;

	private final SecretKey current;

	/** What every value begins with that is sealed now. */
	private final byte[] head;

	Vault(PrivacyKeys keys) {
		this.keys = keys;
		byte[] id = keys.currentId().getBytes(StandardCharsets.US_ASCII);
		this.current = key(id, 0, id.length);
		this.head = ByteBuffer.allocate(3 + id.length)
			.put(VERSION)
			.put(Algorithm.AES_GCM.code())
			.put((byte) id.length)
			.put(id)
			.array();
	}

	/**
	 * Seals content under the current key.
	 * @param clear the content
	 * @param place where it will stand, such as table, column and row key
	 * @return the sealed value, to be stored as it is
	 */
	public byte[] seal(byte[] clear, byte[] place) {
		byte[] nonce = RandomBytes.take(NONCE_BYTES);
		int secretAt = this.head.length + NONCE_BYTES;
		byte[] sealed = Arrays.copyOf(this.head, secretAt + clear.length + TAG_BITS / 8);
		System.arraycopy(nonce, 0, sealed, this.head.length, NONCE_BYTES);
		Cipher cipher = Algorithm.AES_GCM.cipher();
		try {
			cipher.init(Cipher.ENCRYPT_MODE, this.current, new GCMParameterSpec(TAG_BITS, nonce));
			cipher.updateAAD(this.head);
			cipher.updateAAD(place);
			cipher.doFinal(clear, 0, clear.length, sealed, secretAt);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		return sealed;
	}

	/**
	 * Opens a sealed value.
	 * @param sealed what {@link #seal} returned
	 * @param place the place that was given there
	 * @return the content
	 * @throws Unsealable if the key is gone, or the value or its place were changed
	 */
	public byte[] open(byte[] sealed, byte[] place) {
		int idAt = keyIdAt(sealed);
		int nonceAt = idAt + sealed[idAt - 1];
		int secretAt = nonceAt + NONCE_BYTES;
		Algorithm algorithm = (sealed[0] == FIRST_VERSION) ? Algorithm.AES_GCM : Algorithm.of(sealed[1]);
		SecretKey key = key(sealed, idAt, nonceAt - idAt);
		Cipher cipher = algorithm.cipher();
		try {
			cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, nonceAt, NONCE_BYTES));
			if (sealed[0] != FIRST_VERSION) {
				// Otherwise the same secret would open under another head, too.
				cipher.updateAAD(sealed, 0, nonceAt);
			}
			cipher.updateAAD(place);
			return cipher.doFinal(sealed, secretAt, sealed.length - secretAt);
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

	/** Whether the value was sealed as a new one would be: under the first key. */
	public boolean isCurrent(byte[] sealed) {
		return sealed.length > this.head.length
				&& Arrays.equals(sealed, 0, this.head.length, this.head, 0, this.head.length);
	}

	/**
	 * The id of the key under which the value was sealed, configured or not.
	 * @throws Unsealable if it is no sealed value
	 */
	public String keyIdOf(byte[] sealed) {
		int idAt = keyIdAt(sealed);
		return new String(sealed, idAt, sealed[idAt - 1], StandardCharsets.US_ASCII);
	}

	/** The ids of the configured keys; the first one seals. */
	public List<String> keyIds() {
		return this.keys.ids();
	}

	private static int keyIdAt(byte[] sealed) {
		int idAt = (sealed.length > 0 && sealed[0] == FIRST_VERSION) ? 2 : 3;
		if (sealed.length < idAt || sealed[0] < FIRST_VERSION || sealed[0] > VERSION || sealed[idAt - 1] < 1
				|| sealed.length < idAt + sealed[idAt - 1] + NONCE_BYTES + TAG_BITS / 8) {
			throw new Unsealable("not a sealed value");
		}
		return idAt;
	}

	private SecretKey key(byte[] bytes, int at, int length) {
		@Nullable SecretKey key = this.keys.byId(new String(bytes, at, length, StandardCharsets.US_ASCII));
		if (key == null) {
			throw new Unsealable("no key with the id that the value carries");
		}
		return key;
	}

}
