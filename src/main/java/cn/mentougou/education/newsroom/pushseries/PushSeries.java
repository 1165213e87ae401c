package cn.mentougou.education.newsroom.pushseries;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.push.LatePolicy;
import cn.mentougou.education.newsroom.push.Verb;

/**
 * A series of pushes.
 *
 * @param id its number; 0 before it is kept
 * @param appId the account
 * @param title what it is called
 * @param at the time of day
 * @param days the days of the week
 * @param verb mass send or publication
 * @param tagId to whom; null for everybody
 * @param late what becomes of a push whose time has passed
 * @param lateMinutes how long it may be sent late; 0 unless it may
 * @param isActive whether it still runs
 * @param revision counts every change by a person
 */
public record PushSeries(long id, String appId, String title, LocalTime at, Set<DayOfWeek> days, Verb verb,
		@Nullable Long tagId, LatePolicy.Kind late, int lateMinutes, boolean isActive, int revision) {

	private static final List<String> NAMES = List.of("一", "二", "三", "四", "五", "六", "日");

	/** Copies the days. */
	public PushSeries {
		days = Set.copyOf(days);
	}

	/** Whether a push of it is expected on this day. */
	public boolean isOn(LocalDate day) {
		return this.isActive && this.days.contains(day.getDayOfWeek());
	}

	/** Its days in words. */
	public String daysInWords() {
		if (this.days.size() == NAMES.size()) {
			return "每天";
		}
		return EnumSet.allOf(DayOfWeek.class)
			.stream()
			.filter(this.days::contains)
			.map((day) -> NAMES.get(day.getValue() - 1))
			.collect(Collectors.joining("、", "每周", ""));
	}

}
