package cn.mentougou.education.office.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One run of the retention rules over a register.
 *
 * @param now the time
 * @param held people of whom nothing may be erased
 * @param record is told each step, inside the transaction that erased
 */
public record Retention(Instant now, PersonKeys held, Record record) {

	private static final long PAUSE_NANOS = 20_000_000;

	/** What is older than this moment is over its time. */
	public Instant before(Rule rule) {
		@Nullable Duration keepFor = rule.keepFor();
		if (keepFor == null) {
			throw new IllegalArgumentException(rule.code() + " has no end");
		}
		return this.now.minus(keepFor);
	}

	/**
	 * Repeats a step until nothing is left for it, with pauses, so that nothing else is
	 * held up.
	 * @param step does some rows and returns how many
	 * @return how many rows that were
	 */
	public static int inSteps(IntSupplier step) {
		int all = 0;
		int done = step.getAsInt();
		while (done > 0) {
			all += done;
			LockSupport.parkNanos(PAUSE_NANOS);
			done = step.getAsInt();
		}
		return all;
	}

	/**
	 * Erases under a rule and records how many rows that were, both in one transaction.
	 * @param step erases some rows and returns how many
	 * @return how many rows were erased
	 */
	public int erase(TransactionOperations transaction, Rule rule, IntSupplier step) {
		int[] rows = new int[1];
		transaction.executeWithoutResult((status) -> {
			rows[0] = step.getAsInt();
			if (rows[0] > 0) {
				this.record.erased(rule.code(), rows[0]);
			}
		});
		return rows[0];
	}

	/** Where deletions are recorded. */
	public interface Record {

		/** Rows were erased under a rule. */
		void erased(String rule, int rows);

	}

	/**
	 * How long a register keeps something.
	 *
	 * @param code what is kept, such as {@code content}; never changes
	 * @param what what is kept, in Chinese
	 * @param basis why so long: law or need, in Chinese
	 * @param keepFor how long, or null as long as the person is needed here
	 * @param afterwards what happens then, in Chinese
	 */
	public record Rule(String code, String what, String basis, @Nullable Duration keepFor, String afterwards) {
	}

}
