package cn.mentougou.education.office.setup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import cn.mentougou.education.shared.RandomBytes;

/**
 * The secret word of a link or of a browser. Its text shows nothing of it.
 *
 * @param text what stands in the link
 */
record Word(String text) {

	private static final int BYTES = 32;

	static Word random() {
		return new Word(Base64.getUrlEncoder().withoutPadding().encodeToString(RandomBytes.take(BYTES)));
	}

	/** A word of so many random bits needs no salt. */
	byte[] hash() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "Word";
	}

}
