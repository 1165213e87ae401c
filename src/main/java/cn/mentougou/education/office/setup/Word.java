package cn.mentougou.education.office.setup;

import java.util.Base64;

import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.shared.Sha256;

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
		return Sha256.of(this.text);
	}

	@Override
	public String toString() {
		return "Word";
	}

}
