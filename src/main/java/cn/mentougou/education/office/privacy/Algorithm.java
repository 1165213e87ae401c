package cn.mentougou.education.office.privacy;

import java.security.GeneralSecurityException;

import javax.crypto.Cipher;

/**
 * How a value is sealed. Its code stands in every sealed value beside the key's id, so
 * another one (SM4-GCM of GB/T 36624, once a provider is at hand) is one more constant
 * and no new column: old values keep theirs until they are sealed again.
 */
enum Algorithm {

	/** AES-256 in Galois/Counter mode. */
	AES_GCM(1, "AES/GCM/NoPadding", "AES");

	private final byte code;

	private final String transformation;

	private final String keyAlgorithm;

	private final ThreadLocal<Cipher> cipher = ThreadLocal.withInitial(this::newCipher);

	Algorithm(int code, String transformation, String keyAlgorithm) {
		this.code = (byte) code;
		this.transformation = transformation;
		this.keyAlgorithm = keyAlgorithm;
	}

	/**
	 * The algorithm with this code.
	 * @throws Unsealable if there is none
	 */
	static Algorithm of(byte code) {
		for (Algorithm algorithm : values()) {
			if (algorithm.code == code) {
				return algorithm;
			}
		}
		throw new Unsealable("no algorithm with the code that the value carries");
	}

	/** What stands in a sealed value. */
	byte code() {
		return this.code;
	}

	/** What its keys are called by the platform. */
	String keyAlgorithm() {
		return this.keyAlgorithm;
	}

	/** This thread's own cipher. */
	Cipher cipher() {
		return this.cipher.get();
	}

	private Cipher newCipher() {
		try {
			return Cipher.getInstance(this.transformation);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
