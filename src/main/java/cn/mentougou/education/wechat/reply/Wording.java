package cn.mentougou.education.wechat.reply;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Reduces what people type to what they mean: full-width letters, capitals, and spaces,
 * punctuation and emoji around the words make no difference.
 */
final class Wording {

	/**
	 * More is nobody's keyword. Without an end, thousands of accents over one letter
	 * would occupy the processor for seconds: putting them in order costs their number
	 * squared.
	 */
	private static final int MAX_LENGTH = 1000;

	private Wording() {
	}

	/** What the first thousand characters mean. */
	static String of(String text) {
		String read = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
		String plain = Normalizer.normalize(read, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		int from = 0;
		int to = plain.length();
		while (from < to && isAround(plain.codePointAt(from))) {
			from += Character.charCount(plain.codePointAt(from));
		}
		while (to > from && isAround(plain.codePointBefore(to))) {
			to -= Character.charCount(plain.codePointBefore(to));
		}
		return plain.substring(from, to);
	}

	/** Everything but letters, digits and the marks that belong to letters. */
	private static boolean isAround(int codePoint) {
		return switch (Character.getType(codePoint)) {
			case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER,
					Character.MODIFIER_LETTER, Character.OTHER_LETTER, Character.COMBINING_SPACING_MARK,
					Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
				false;
			// A variation selector (U+FE0F) is what remains of an emoji.
			case Character.NON_SPACING_MARK -> codePoint >= 0xFE00 && codePoint <= 0xFE0F;
			default -> true;
		};
	}

}
