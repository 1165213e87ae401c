package cn.mentougou.education.office.privacy;

/**
 * Shows so much of personal data that whoever knows the person recognises them and nobody
 * else can use it: 张*三, 138****5678. Lists show nothing else.
 */
public final class Mask {

	private static final String STARS = "****";

	private Mask() {
	}

	/** A name: 张*, 张*三, 欧*文; the last character of a longer one stays. */
	public static String name(String name) {
		int[] characters = name.strip().codePoints().toArray();
		if (characters.length <= 1) {
			return "*".repeat(characters.length);
		}
		String first = new String(characters, 0, 1);
		return (characters.length == 2) ? first + "*" : first + "*" + new String(characters, characters.length - 1, 1);
	}

	/** A telephone: a mobile one keeps three digits and four, any other its last two. */
	public static String phone(String phone) {
		String number = phone.strip();
		if (number.matches("1\\d{10}")) {
			return number.substring(0, 3) + STARS + number.substring(7);
		}
		return (number.length() < 6) ? STARS : STARS + number.substring(number.length() - 2);
	}

	/** A resident identity number: the first digit and the last. */
	public static String residentNumber(String number) {
		return ends(number.strip(), 1, 1);
	}

	/** An openid or another code: four characters and two. */
	public static String code(String code) {
		return ends(code.strip(), 4, 2);
	}

	/** A mail address: the first letter and the host. */
	public static String mail(String address) {
		int at = address.indexOf('@');
		return (at < 1) ? STARS : address.substring(0, 1) + STARS + address.substring(at);
	}

	private static String ends(String text, int first, int last) {
		return (text.length() < 2 * (first + last)) ? STARS
				: text.substring(0, first) + STARS + text.substring(text.length() - last);
	}

}
