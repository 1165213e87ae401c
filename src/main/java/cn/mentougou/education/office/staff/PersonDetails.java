package cn.mentougou.education.office.staff;

import java.text.Normalizer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.UnitId;

/**
 * What is entered about a person, in its one spelling.
 *
 * @param name the whole name
 * @param phone the phone, or null if none is known
 * @param unit where the person works
 */
public record PersonDetails(String name, @Nullable String phone, UnitId unit) {

	private static final int LONGEST_NAME = 40;

	/** Bringing very long texts into one form costs their length squared. */
	private static final int LONGEST_TYPED = 200;

	private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M} ·.'-]*");

	private static final Pattern PHONE = Pattern.compile("\\+?\\d{7,15}");

	/**
	 * Brings the entry into its one spelling.
	 * @throws Refusal.Invalid if it is no name or no phone
	 */
	public PersonDetails {
		name = spelled(name);
		phone = (phone == null || phone.isBlank()) ? null : digits(phone);
	}

	/**
	 * The name as it is compared: half-width, without spaces between Chinese characters.
	 */
	static String spelled(String name) {
		if (name.length() > LONGEST_TYPED) {
			throw new Refusal.Invalid("staff.name-unusual", LONGEST_NAME);
		}
		String clean = Normalizer.normalize(name, Normalizer.Form.NFKC)
			.strip()
			.replaceAll("[•・‧]", "·")
			.replaceAll("\\s+", " ")
			.replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "");
		if (clean.isEmpty()) {
			throw new Refusal.Invalid("staff.name-missing");
		}
		if (clean.length() > LONGEST_NAME || !NAME.matcher(clean).matches()) {
			throw new Refusal.Invalid("staff.name-unusual", LONGEST_NAME);
		}
		return clean;
	}

	/** The phone as it is compared and dialled. */
	static String digits(String phone) {
		if (phone.length() > LONGEST_TYPED) {
			throw new Refusal.Invalid("staff.phone-unusual");
		}
		String clean = Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("[\\s()\\p{Pd}]", "");
		if (!PHONE.matcher(clean).matches()) {
			throw new Refusal.Invalid("staff.phone-unusual");
		}
		return clean.startsWith("+86") ? clean.substring(3) : clean;
	}

	@Override
	public String toString() {
		return "PersonDetails[" + this.unit.value() + "]";
	}

}
