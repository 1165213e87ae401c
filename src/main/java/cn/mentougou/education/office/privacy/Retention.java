package cn.mentougou.education.office.privacy;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One run of the retention rules over a register.
 *
 * @param now the time
 * @param held people of whom nothing may be erased
 * @param record is told each step, inside the transaction that erased
 */
public record Retention(Instant now, PersonKeys held, Record record) {

	/** What is older than this moment is over its time. */
	public Instant before(Rule rule) {
		@Nullable Duration keepFor = rule.keepFor();
		if (keepFor == null) {
			throw new IllegalArgumentException(rule.code() + " has no end");
		}
		return this.now.minus(keepFor);
	}

	/** Tells how many rows a rule erased; call it in the transaction that erased them. */
	public void erased(Rule rule, int rows) {
		if (rows > 0) {
			this.record.erased(rule.code(), rows);
		}
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
