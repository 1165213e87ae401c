package cn.mentougou.education.office.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Retention;

/** Lets go, in every register, what is over its time and not held. */
@Component
class RetentionRun {

	private static final Logger logger = LoggerFactory.getLogger(RetentionRun.class);

	private final Registers registers;

	private final Holds holds;

	private final Deletions deletions;

	private final Clock clock;

	RetentionRun(Registers registers, Holds holds, Deletions deletions, Clock clock) {
		this.registers = registers;
		this.holds = holds;
		this.deletions = deletions;
		this.clock = clock;
	}

	/**
	 * Runs every register's rules.
	 * @throws IllegalStateException at the end, if some register's rules failed
	 */
	void run() {
		long latest = this.holds.latest();
		Set<String> heldRegisters = this.holds.heldRegisters();
		PersonKeys heldPeople = this.holds.heldPeople();
		int failed = 0;
		for (PersonalDataHolder register : this.registers.all()) {
			if (!heldRegisters.contains(register.register())) {
				failed += runs(register, heldPeople, latest) ? 0 : 1;
			}
		}
		if (failed > 0) {
			throw new IllegalStateException("the rules of " + failed + " registers failed");
		}
	}

	private boolean runs(PersonalDataHolder register, PersonKeys heldPeople, long latest) {
		Instant now = this.clock.instant();
		try {
			register.retain(new Retention(now, heldPeople, (rule, rows) -> {
				if (this.holds.latest() != latest) {
					throw new HoldPlaced();
				}
				this.deletions.step(register.register(), rule, now, rows);
			}));
			return true;
		}
		catch (HoldPlaced ex) {
			logger.info("retention: a hold was placed, the rules of {} run again later", register.register());
			return true;
		}
		catch (RuntimeException ex) {
			// Its message may quote a row.
			logger.warn("retention: the rules of {} failed: {}", register.register(), ex.getClass().getName());
			return false;
		}
	}

	/** A hold was placed after the run began: the step that erased rolls back. */
	private static final class HoldPlaced extends RuntimeException {

		private HoldPlaced() {
			super("a hold was placed", null, false, false);
		}

	}

}
