package cn.mentougou.education.wechat.replydesk;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import cn.mentougou.education.wechat.reply.EffectiveHours;

/** Effective hours in words. */
final class HoursText {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private HoursText() {
	}

	static String of(EffectiveHours hours) {
		List<String> parts = new ArrayList<>();
		if (hours.from() != null) {
			parts.add(time(hours.from()) + " 起");
		}
		if (hours.until() != null) {
			parts.add(time(hours.until()) + " 止");
		}
		if (!hours.weekdays().isEmpty()) {
			parts.add(hours.weekdays().stream().map(HoursText::day).collect(Collectors.joining("、")));
		}
		if (hours.dailyFrom() != null) {
			parts.add("每天 " + hours.dailyFrom() + "–" + hours.dailyUntil());
		}
		return parts.isEmpty() ? "一直" : String.join("，", parts);
	}

	/** The days of a week as they are chosen. */
	static Map<String, String> days() {
		Map<String, String> days = new LinkedHashMap<>();
		for (DayOfWeek day : DayOfWeek.values()) {
			days.put(day.name(), day(day));
		}
		return days;
	}

	static String time(LocalDateTime time) {
		return TIME.format(time);
	}

	private static String day(DayOfWeek day) {
		return day.getDisplayName(TextStyle.SHORT, Locale.SIMPLIFIED_CHINESE);
	}

}
