package cn.mentougou.education.wechat.template;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of dates and times in fields, one or two with {@code ~} between them. */
final class DateForms {

	private static final String TIME = "([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?";

	private static final String DAY = "\\d{4}年\\d{1,2}月\\d{1,2}日";

	private static final Pattern TIMES = range("(" + DAY + " ?)?" + TIME);

	private static final Pattern DATES = range(DAY + "( ?" + TIME + ")?");

	private static final Pattern PARTS = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日");

	private DateForms() {
	}

	static boolean isTime(String value) {
		return TIMES.matcher(value).matches() && hasOnlyRealDays(value);
	}

	static boolean isDate(String value) {
		return DATES.matcher(value).matches() && hasOnlyRealDays(value);
	}

	private static boolean hasOnlyRealDays(String value) {
		Matcher day = PARTS.matcher(value);
		while (day.find()) {
			try {
				LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)),
						Integer.parseInt(day.group(3)));
			}
			catch (DateTimeException ex) {
				return false;
			}
		}
		return true;
	}

	private static Pattern range(String one) {
		return Pattern.compile(one + "( ?~ ?" + one + ")?");
	}

}
