package cn.mentougou.education.site.front;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Days and times as the pages say them, in Beijing time. */
final class Days {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(BEIJING);

	private Days() {
	}

	static String inWords(Instant at) {
		return inWords(LocalDate.ofInstant(at, BEIJING));
	}

	static String inWords(LocalDate day) {
		return DAY.format(day);
	}

	static String withTime(Instant at) {
		return TIME.format(at);
	}

	static String iso(Instant at) {
		return LocalDate.ofInstant(at, BEIJING).toString();
	}

}
