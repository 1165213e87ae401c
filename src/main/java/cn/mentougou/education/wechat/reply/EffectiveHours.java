package cn.mentougou.education.wechat.reply;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Refusal;

/**
 * When a rule answers, in Beijing time. A daily window whose end is not after its
 * beginning runs over midnight and belongs to the weekday on which it began.
 *
 * @param from the first moment; absent when there is none
 * @param until the end, excluded; absent when there is none
 * @param dailyFrom the beginning of the daily window; absent together with its end
 * @param dailyUntil the end of the daily window, excluded
 * @param weekdays the days; empty means every day
 */
public record EffectiveHours(@Nullable LocalDateTime from, @Nullable LocalDateTime until, @Nullable LocalTime dailyFrom,
		@Nullable LocalTime dailyUntil, Set<DayOfWeek> weekdays) {

	/** At every time. */
	public static final EffectiveHours ALWAYS = new EffectiveHours(null, null, null, null, Set.of());

	/**
	 * Refuses hours that never come.
	 * @throws Refusal.Invalid if the end is not after the beginning, or one side of the
	 * daily window is missing
	 */
	public EffectiveHours {
		if (from != null && until != null && !from.isBefore(until)) {
			throw new Refusal.Invalid("reply.hours-reversed");
		}
		if ((dailyFrom == null) != (dailyUntil == null) || (dailyFrom != null && dailyFrom.equals(dailyUntil))) {
			throw new Refusal.Invalid("reply.daily-hours-incomplete");
		}
		EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
		days.addAll(weekdays);
		weekdays = Collections.unmodifiableSet(days);
	}

	/** A daily window on these days, without a first or last date. */
	public static EffectiveHours daily(LocalTime from, LocalTime until, Set<DayOfWeek> weekdays) {
		return new EffectiveHours(null, null, from, until, weekdays);
	}

	/** Whether a rule with these hours answers at this Beijing time. */
	public boolean include(LocalDateTime time) {
		if ((this.from != null && time.isBefore(this.from)) || (this.until != null && !time.isBefore(this.until))) {
			return false;
		}
		if (this.dailyFrom == null || this.dailyUntil == null) {
			return includes(time.getDayOfWeek());
		}
		LocalTime clock = time.toLocalTime();
		boolean begun = !clock.isBefore(this.dailyFrom);
		boolean open = clock.isBefore(this.dailyUntil);
		if (this.dailyFrom.isBefore(this.dailyUntil)) {
			return begun && open && includes(time.getDayOfWeek());
		}
		return (begun && includes(time.getDayOfWeek())) || (open && includes(time.getDayOfWeek().minus(1)));
	}

	private boolean includes(DayOfWeek day) {
		return this.weekdays.isEmpty() || this.weekdays.contains(day);
	}

}
