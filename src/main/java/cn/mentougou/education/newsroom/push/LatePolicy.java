package cn.mentougou.education.newsroom.push;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a push whose time passed before it could go.
 *
 * @param kind what is done
 * @param until until when it is sent late; null for the other kinds
 */
public record LatePolicy(Kind kind, @Nullable Instant until) {

	/** A time belongs to UNTIL alone. */
	public LatePolicy {
		if ((kind == Kind.UNTIL) == (until == null)) {
			throw new IllegalArgumentException("a time belongs to UNTIL");
		}
	}

	/** It is sent late, but not after this time. */
	public static LatePolicy until(Instant until) {
		return new LatePolicy(Kind.UNTIL, until);
	}

	/** It is left out. */
	public static LatePolicy skip() {
		return new LatePolicy(Kind.SKIP, null);
	}

	/** A person is asked. */
	public static LatePolicy ask() {
		return new LatePolicy(Kind.ASK, null);
	}

	/** What is done with a push that is late. */
	public enum Kind {

		/** Sent late until a time, then a person is asked. */
		UNTIL("错过后补发，最晚到"),

		/** Left out and said so. */
		SKIP("错过就不发"),

		/** Waits for a person. */
		ASK("错过后问人");

		private final String title;

		Kind(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

}
