package cn.mentougou.education.office.absence;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.PersonId;

/**
 * Somebody is absent.
 *
 * @param id its number
 * @param person who is absent
 * @param fromOn the first day
 * @param untilOn the last day
 * @param delegate who acts meanwhile, or null for nobody
 * @param ended whether it was ended early
 */
public record Absence(long id, PersonId person, LocalDate fromOn, LocalDate untilOn, @Nullable PersonId delegate,
		boolean ended) {

	/** Whether the person is absent on this day. */
	public boolean isOn(LocalDate day) {
		return !this.ended && !this.fromOn.isAfter(day) && !this.untilOn.isBefore(day);
	}

	/** Whether it lasts or is still to come, so that it can be ended. */
	public boolean isOpen(LocalDate today) {
		return !this.ended && !this.untilOn.isBefore(today);
	}

}
