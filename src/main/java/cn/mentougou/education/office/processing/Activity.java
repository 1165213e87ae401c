package cn.mentougou.education.office.processing;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Something that is done with personal data.
 *
 * @param id its number
 * @param text what is said about it
 * @param inCharge the number of the person in charge, or null
 * @param assessedOn the day of the impact assessment, or null
 * @param auditedOn the day of the last audit of minors' data, or null
 * @param begunOn since when it is done
 * @param endedOn the last day, or null while it is done
 * @param version raised with every change
 */
record Activity(long id, ActivityText text, @Nullable Long inCharge, @Nullable LocalDate assessedOn,
		@Nullable LocalDate auditedOn, LocalDate begunOn, @Nullable LocalDate endedOn, long version) {

	/** The day by which minors' data must be audited, or null if there are none. */
	@Nullable LocalDate auditDueOn() {
		if (!this.text.aboutMinors() || this.endedOn != null) {
			return null;
		}
		return ((this.auditedOn != null) ? this.auditedOn : this.begunOn).plusYears(1);
	}

	/**
	 * Whether an impact assessment is missing: sensitive data must not be processed
	 * without one, and it is wise for all.
	 */
	boolean lacksAssessment() {
		return this.endedOn == null && this.assessedOn == null;
	}

}
