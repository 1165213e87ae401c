package cn.mentougou.education.office.staff;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Refusal;

/**
 * From when until when.
 *
 * @param fromOn the first day
 * @param untilOn the last day, or null if there is none
 */
public record Term(LocalDate fromOn, @Nullable LocalDate untilOn) {

	/**
	 * Refuses days in the wrong order.
	 * @throws Refusal.Invalid if the last day is before the first
	 */
	public Term {
		if (untilOn != null && untilOn.isBefore(fromOn)) {
			throw new Refusal.Invalid("staff.term-reversed");
		}
	}

	/** From this day, without an end. */
	public static Term from(LocalDate day) {
		return new Term(day, null);
	}

	/** Whether both have a day in common. */
	public boolean overlaps(Term other) {
		return !endsBefore(other.fromOn) && !other.endsBefore(this.fromOn);
	}

	/** Whether the last day is before this one. */
	public boolean endsBefore(LocalDate day) {
		return this.untilOn != null && this.untilOn.isBefore(day);
	}

}
