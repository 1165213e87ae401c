package cn.mentougou.education.office.credential;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import cn.mentougou.education.shared.Refusal;

/**
 * What a password must be: long enough and not one that everybody tries first. It need
 * not mix kinds of characters, which makes passwords worse (NIST SP 800-63B, ASVS 6.2.5).
 */
@Component
public class PasswordRules {

	/** Fewest characters. */
	public static final int SHORTEST = 10;

	/** Most characters. */
	public static final int LONGEST = 64;

	/** Fewer different ones than this is a pattern. */
	private static final int FEWEST_DIFFERENT = 5;

	/** What must be left of a password without its obvious word. */
	private static final int FEWEST_OWN = 6;

	/** Digits and marks that must be put around a common password. */
	private static final int FEWEST_AROUND = 8;

	/** Words of this house and of this country that a guesser tries first. */
	private static final List<String> LOCAL_WORDS = List.of("mentougou", "jiaowei", "jiaoyu", "education", "wechat",
			"weixin", "gongzhonghao", "beijing", "zhongguo", "woaini", "admin", "administrator", "password", "门头沟教育",
			"门头沟", "教委", "教育");

	private static final Pattern AROUND = Pattern.compile("^[\\p{N}\\p{P}\\p{S}]+|[\\p{N}\\p{P}\\p{S}]+$");

	private static final List<String> ROWS = List.of("01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop",
			"asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm");

	private final CommonPasswords common = CommonPasswords.load();

	/**
	 * Refuses a password that is too short, too long or easily guessed.
	 * @param username the name that it belongs to
	 * @throws Refusal.Invalid with the reason
	 */
	public void check(String password, String username) {
		fault(password, username).ifPresent((code) -> {
			throw new Refusal.Invalid(code, SHORTEST, LONGEST);
		});
	}

	Optional<String> fault(String password, String username) {
		// Before anything else is done with it: putting accents in order costs their
		// number squared.
		if (password.codePointCount(0, password.length()) > LONGEST) {
			return Optional.of("credential.password-too-long");
		}
		String plain = Passwords.plain(password).toLowerCase(Locale.ROOT);
		int length = plain.codePointCount(0, plain.length());
		if (length < SHORTEST) {
			return Optional.of("credential.password-too-short");
		}
		if (plain.codePoints().distinct().count() < FEWEST_DIFFERENT || isRow(plain)) {
			return Optional.of("credential.password-is-pattern");
		}
		if (isObvious(plain, username.toLowerCase(Locale.ROOT))) {
			return Optional.of("credential.password-is-common");
		}
		return Optional.empty();
	}

	/** Whether neighbours on the keyboard or in the alphabet make up nearly all of it. */
	private static boolean isRow(String plain) {
		for (String row : ROWS) {
			String there = row + row;
			String back = new StringBuilder(there).reverse().toString();
			for (int from = 0; from + FEWEST_OWN <= plain.length(); from++) {
				int to = from;
				while (to < plain.length() && (there.contains(plain.substring(from, to + 1))
						|| back.contains(plain.substring(from, to + 1)))) {
					to++;
				}
				if (to - from >= FEWEST_OWN && plain.length() - (to - from) < FEWEST_OWN) {
					return true;
				}
			}
		}
		return false;
	}

	private boolean isObvious(String plain, String username) {
		String core = AROUND.matcher(plain).replaceAll("");
		return this.common.contain(plain) || this.common.contain(core) && plain.length() - core.length() < FEWEST_AROUND
				|| isMostOf(plain, username) || LOCAL_WORDS.stream().anyMatch((word) -> isMostOf(plain, word));
	}

	/** Whether little of one's own is left when the word is taken away. */
	private static boolean isMostOf(String plain, String word) {
		return word.length() > 1 && plain.contains(word) && plain.replace(word, "").length() < FEWEST_OWN;
	}

}
