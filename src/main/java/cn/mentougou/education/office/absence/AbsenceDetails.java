package cn.mentougou.education.office.absence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;

/**
 * What is entered about an absence.
 *
 * @param fromOn the first day
 * @param untilOn the last day
 * @param delegate who acts meanwhile, or null for nobody
 * @param appointments the absent person's appointments that are lent
 */
public record AbsenceDetails(LocalDate fromOn, LocalDate untilOn, @Nullable PersonId delegate, Set<Long> appointments) {

	private static final int LONGEST = 366;

	/**
	 * Refuses days in the wrong order and roles lent to nobody.
	 * @throws Refusal.Invalid if so
	 */
	public AbsenceDetails {
		appointments = Set.copyOf(appointments);
		if (untilOn.isBefore(fromOn)) {
			throw new Refusal.Invalid("absence.days-reversed");
		}
		if (ChronoUnit.DAYS.between(fromOn, untilOn) > LONGEST) {
			throw new Refusal.Invalid("absence.too-long", LONGEST);
		}
		if (delegate == null && !appointments.isEmpty()) {
			throw new Refusal.Invalid("absence.delegate-missing");
		}
		if (delegate != null && appointments.isEmpty()) {
			throw new Refusal.Invalid("absence.roles-missing");
		}
	}

}
