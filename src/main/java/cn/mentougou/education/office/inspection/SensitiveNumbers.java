package cn.mentougou.education.office.inspection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers that should not be published: identity numbers with a right check
 * digit (GB 11643-1999), mobile phones, bank cards (Luhn). Full-width digits and the
 * usual spaces and dashes between groups make no difference.
 */
final class SensitiveNumbers {

	private static final Pattern GROUPS = Pattern.compile("\\d{2,}(?:[ \\u00a0\\u3000\\u2009_-]?\\d{2,}){0,7}[Xx]?");

	private static final Pattern SEPARATOR = Pattern.compile("[ \\u00a0\\u3000\\u2009_-]");

	private static final Pattern PHONE = Pattern.compile("(?:(?:00)?86)?(1[3-9]\\d{9})");

	private static final Pattern CARD = Pattern.compile("(?:62|4|5[1-5]|35|60|65|81|95588|95599)\\d+");

	private static final int[] ID_WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };

	private static final String ID_CHECKS = "10X98765432";

	private static final int LONGEST_TEXT = 2_000_000;

	private SensitiveNumbers() {
	}

	/** The numbers in a text, in their order. */
	static List<Hit> in(String text) {
		List<Hit> hits = new ArrayList<>();
		String plain = plain((text.length() > LONGEST_TEXT) ? text.substring(0, LONGEST_TEXT) : text);
		Matcher matcher = GROUPS.matcher(plain);
		while (matcher.find()) {
			if (!continuesWord(plain, matcher.start(), matcher.end())) {
				hits.addAll(inGroups(matcher.group()));
			}
		}
		return hits;
	}

	/**
	 * A long run of digit groups may hold several numbers; every neighbourhood counts.
	 */
	private static List<Hit> inGroups(String run) {
		List<Hit> hits = new ArrayList<>();
		String[] groups = SEPARATOR.split(run);
		for (int from = 0; from < groups.length; from++) {
			StringBuilder number = new StringBuilder();
			for (int to = from; to < groups.length && number.length() < 20; to++) {
				number.append(groups[to]);
				Hit hit = hit(number.toString(), to - from);
				if (hit != null) {
					hits.add(hit);
					from = to;
					break;
				}
			}
		}
		return hits;
	}

	private static @Nullable Hit hit(String number, int joints) {
		if (number.length() == 18 && isResidentId(number)) {
			return new Hit(FindingCode.RESIDENT_ID, masked(number, 3, 2));
		}
		Matcher phone = PHONE.matcher(number);
		if (joints <= 3 && phone.matches()) {
			return new Hit(FindingCode.MOBILE_PHONE, masked(phone.group(1), 3, 4));
		}
		if (number.length() >= 16 && number.length() <= 19 && CARD.matcher(number).matches() && isLuhn(number)) {
			return new Hit(FindingCode.BANK_CARD, masked(number, 4, 4));
		}
		return null;
	}

	/** GB 11643: region, date of birth, sequence, check digit after ISO 7064 MOD 11-2. */
	static boolean isResidentId(String number) {
		int sum = 0;
		for (int i = 0; i < ID_WEIGHTS.length; i++) {
			if (!Character.isDigit(number.charAt(i))) {
				return false;
			}
			sum += ID_WEIGHTS[i] * (number.charAt(i) - '0');
		}
		return number.charAt(0) != '0' && Character.toUpperCase(number.charAt(17)) == ID_CHECKS.charAt(sum % 11)
				&& isBirthday(number.substring(6, 14));
	}

	private static boolean isBirthday(String digits) {
		try {
			int year = Integer.parseInt(digits.substring(0, 4));
			LocalDate.of(year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6)));
			return year >= 1880 && year < 2100;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static boolean isLuhn(String number) {
		int sum = 0;
		for (int i = 0; i < number.length(); i++) {
			int digit = number.charAt(number.length() - 1 - i) - '0';
			int weighted = (i % 2 == 0) ? digit : digit * 2;
			sum += weighted / 10 + weighted % 10;
		}
		return sum % 10 == 0 && number.chars().distinct().count() > 2;
	}

	/** The middle of a hash, of a decimal fraction or of a file name is no number. */
	private static boolean continuesWord(String text, int start, int end) {
		boolean fraction = start > 1 && text.charAt(start - 1) == '.' && Character.isDigit(text.charAt(start - 2));
		return fraction || isHexLetter(text, start - 1) || isHexLetter(text, end);
	}

	private static boolean isHexLetter(String text, int at) {
		return at >= 0 && at < text.length() && "abcdefABCDEF".indexOf(text.charAt(at)) >= 0;
	}

	/** Half-width digits, without the invisible characters that break numbers up. */
	private static String plain(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character >= '０' && character <= '９') {
				plain.append((char) (character - '０' + '0'));
			}
			else if (Character.getType(character) != Character.FORMAT) {
				plain.append((character == '–' || character == '－' || character == '—') ? '-' : character);
			}
		}
		return plain.toString();
	}

	private static String masked(String number, int head, int tail) {
		return number.substring(0, head) + "*".repeat(number.length() - head - tail)
				+ number.substring(number.length() - tail);
	}

	/**
	 * A number that was found.
	 *
	 * @param code what it is
	 * @param masked the number without its middle
	 */
	record Hit(FindingCode code, String masked) {
	}

}
