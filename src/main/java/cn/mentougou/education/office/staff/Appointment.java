package cn.mentougou.education.office.staff;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * A role given to a person for a unit and all below it.
 *
 * @param id its number
 * @param person who holds it
 * @param role the role
 * @param unit the unit
 * @param fromOn the first day
 * @param untilOn the last day, or null if there is none
 * @param givenBy who gave it; 0 is the system
 * @param givenAt when
 * @param takenBy who took it back, or null
 * @param takenAt when, or null
 */
public record Appointment(long id, PersonId person, Role role, UnitId unit, LocalDate fromOn,
		@Nullable LocalDate untilOn, long givenBy, Instant givenAt, @Nullable Long takenBy, @Nullable Instant takenAt) {

	/** Whether the role is held on this day. */
	public boolean isInForce(LocalDate day) {
		return this.takenAt == null && !this.fromOn.isAfter(day) && !hasEnded(day);
	}

	/** Whether it can still be taken back. */
	public boolean isOpen(LocalDate day) {
		return this.takenAt == null && !hasEnded(day);
	}

	private boolean hasEnded(LocalDate day) {
		return this.untilOn != null && this.untilOn.isBefore(day);
	}

}
