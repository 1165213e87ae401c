package cn.mentougou.wechatsim.notice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the platform lets pass in a field, by the name of the field. Characters are code
 * points; a field whose name it does not know may hold anything that is one line.
 */
public final class FieldLimits {

	private static final String TIME = "([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?";

	private static final String DATE = "(\\d{4})年(\\d{1,2})月(\\d{1,2})日";

	private static final Pattern DAY = Pattern.compile(DATE);

	private static final Map<String, Predicate<String>> LIMITS = Map.ofEntries(Map.entry("thing", upTo(20)),
			Map.entry("short_thing", upTo(5)), Map.entry("character_string", upTo(32).and(form("[\\x20-\\x7e]+"))),
			Map.entry("number", upTo(32).and(form("-?\\d+(\\.\\d+)?"))),
			Map.entry("letter", upTo(32).and(form("[A-Za-z]+"))),
			Map.entry("symbol", upTo(5).and(form("[\\p{P}\\p{S}]+"))), Map.entry("time", FieldLimits::isTime),
			Map.entry("date", FieldLimits::isDate), Map.entry("amount", form("[¥￥$€£]?\\d{1,10}(\\.\\d{1,2})?元?")),
			Map.entry("phone_number", upTo(17).and(form("[-+()\\d ]*\\d[-+()\\d ]*"))),
			Map.entry("car_number", upTo(8)), Map.entry("name", FieldLimits::isName),
			Map.entry("phrase", upTo(5).and(form("\\p{IsHan}+"))), Map.entry("const", upTo(20)),
			Map.entry("enum", upTo(20)));

	private FieldLimits() {
	}

	/** Whether a field of this name, such as {@code thing1}, may have this value. */
	public static boolean allow(String name, String value) {
		if (value.isBlank() || value.codePoints().anyMatch(Character::isISOControl)) {
			return false;
		}
		return LIMITS.getOrDefault(name.replaceAll("\\d+$", ""), (any) -> true).test(value);
	}

	private static Predicate<String> upTo(int characters) {
		return (value) -> value.codePointCount(0, value.length()) <= characters;
	}

	private static Predicate<String> form(String expression) {
		Pattern pattern = Pattern.compile(expression);
		return (value) -> pattern.matcher(value).matches();
	}

	private static boolean isTime(String value) {
		return isRange(value, "(" + DATE + " ?)?" + TIME);
	}

	private static boolean isDate(String value) {
		return isRange(value, DATE + "( ?" + TIME + ")?");
	}

	private static boolean isRange(String value, String one) {
		if (!Pattern.matches(one + "( ?~ ?" + one + ")?", value)) {
			return false;
		}
		Matcher days = DAY.matcher(value);
		while (days.find()) {
			try {
				LocalDate.of(Integer.parseInt(days.group(1)), Integer.parseInt(days.group(2)),
						Integer.parseInt(days.group(3)));
			}
			catch (DateTimeException ex) {
				return false;
			}
		}
		return true;
	}

	/** Ten characters, or twenty where none of them is Chinese. */
	private static boolean isName(String value) {
		boolean chinese = value.codePoints()
			.anyMatch((point) -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
		return upTo(chinese ? 10 : 20).test(value);
	}

}
