package cn.mentougou.education.office.staff;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.UnitId;

/**
 * A person of a unit. Its text names the number alone, never the name.
 *
 * @param id the number
 * @param unit where the person works
 * @param name the whole name
 * @param maskedPhone the phone with its middle hidden, or null if none is known
 * @param version raised with every change of the person or of their rights
 * @param joinedOn the day the person was entered
 * @param leftOn the day the person left; null while here
 */
public record Person(PersonId id, UnitId unit, String name, @Nullable String maskedPhone, long version,
		LocalDate joinedOn, @Nullable LocalDate leftOn) {

	/** Whether the person works here. */
	public boolean isHere() {
		return this.leftOn == null;
	}

	@Override
	public String toString() {
		return "Person[" + this.id.value() + "]";
	}

}
