package cn.mentougou.education.office.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.calendar.DueDate;
import cn.mentougou.education.office.calendar.WorkingDays;
import cn.mentougou.education.shared.Misconfigured;

/**
 * How many working days each step may take. What waits is counted anew at each look, so a
 * change of the calendar or of the settings holds at once; what was done keeps the last
 * day that held then.
 */
@Component
class ReviewClock {

	private static final int MOST = 60;

	private final WorkingDays workingDays;

	private final Clock clock;

	private final Map<ReviewState, Integer> allowed = new EnumMap<>(ReviewState.class);

	ReviewClock(WorkingDays workingDays, Clock clock, @Value("${education.review.secrecy-within:1}") int secrecy,
			@Value("${education.review.approval-within:1}") int approval,
			@Value("${education.review.correction-within:2}") int correction) {
		this.workingDays = workingDays;
		this.clock = clock;
		allow(ReviewState.SUBMITTED, "secrecy-within", secrecy);
		allow(ReviewState.SECRECY_PASSED, "approval-within", approval);
		allow(ReviewState.RETURNED, "correction-within", correction);
	}

	private void allow(ReviewState state, String name, int days) {
		if (days < 0 || days > MOST) {
			throw new Misconfigured("education.review." + name + " 应为 0 至 " + MOST + " 个工作日。");
		}
		this.allowed.put(state, days);
	}

	/** Now, in the precision that is stored. */
	Instant now() {
		return this.clock.instant();
	}

	/** The last day of what waits so since then; empty if nothing is due. */
	Optional<DueDate> dueOn(ReviewState state, Instant since) {
		return dueOn(state, LocalDate.ofInstant(since, Decision.BEIJING));
	}

	Optional<DueDate> dueOn(ReviewState state, LocalDate since) {
		return Optional.ofNullable(this.allowed.get(state)).map((days) -> this.workingDays.addWorkingDays(since, days));
	}

	/** The working days that are left until the end of that day; negative when over. */
	int left(LocalDate dueOn) {
		return this.workingDays.workingDaysBetween(LocalDate.now(this.clock), dueOn);
	}

}
