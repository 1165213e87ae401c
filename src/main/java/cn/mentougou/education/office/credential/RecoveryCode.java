package cn.mentougou.education.office.credential;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import cn.mentougou.education.shared.RandomBytes;

/**
 * A code for the day on which the telephone is lost: ten letters and digits (Crockford's
 * 32, in which O is a nought and I a one), fifty random bits, good once.
 *
 * @param letters the letters, as they are compared
 */
public record RecoveryCode(String letters) {

	/** How many a person gets. */
	public static final int COUNT = 10;

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int LENGTH = 10;

	private static final int HALF = LENGTH / 2;

	/** Ten new ones. */
	public static List<RecoveryCode> fresh() {
		return Stream.generate(RecoveryCode::one).distinct().limit(COUNT).toList();
	}

	private static RecoveryCode one() {
		StringBuilder letters = new StringBuilder();
		for (byte random : RandomBytes.take(LENGTH)) {
			letters.append(ALPHABET.charAt(random & 0x1F));
		}
		return new RecoveryCode(letters.toString());
	}

	/** What was typed, if it can be such a code; capitals and spaces do not matter. */
	public static Optional<RecoveryCode> read(String typed) {
		String letters = Normalizer.normalize(typed, Normalizer.Form.NFKC)
			.toUpperCase(Locale.ROOT)
			.replaceAll("[\\s-]", "")
			.replace('O', '0')
			.replace('I', '1')
			.replace('L', '1');
		boolean isOne = letters.length() == LENGTH
				&& letters.chars().allMatch((letter) -> ALPHABET.indexOf(letter) >= 0);
		return isOne ? Optional.of(new RecoveryCode(letters)) : Optional.empty();
	}

	/** As it is shown and printed. */
	public String shown() {
		return this.letters.substring(0, HALF) + "-" + this.letters.substring(HALF);
	}

	/** Keeps the code out of every log. */
	@Override
	public String toString() {
		return "RecoveryCode";
	}

}
