package cn.mentougou.education.office.absence;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;

/**
 * What is typed about an absence.
 *
 * @param from the first day
 * @param until the last day
 * @param delegate the whole name of who acts
 * @param delegatePhone their phone, if several have the name
 * @param lent the appointments that are lent
 */
record AbsenceForm(@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until, @Nullable String delegate,
		@Nullable String delegatePhone, @Nullable List<Long> lent) {

	AbsenceDetails details(@Nullable PersonId acting) {
		if (this.from == null || this.until == null) {
			throw new Refusal.Invalid("absence.days-missing");
		}
		return new AbsenceDetails(this.from, this.until, acting,
				(this.lent != null) ? Set.copyOf(this.lent) : Set.of());
	}

	boolean namesDelegate() {
		return this.delegate != null && !this.delegate.isBlank();
	}

	@Override
	public String toString() {
		return "AbsenceForm[" + this.from + "]";
	}

}
