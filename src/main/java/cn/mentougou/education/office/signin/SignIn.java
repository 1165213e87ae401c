package cn.mentougou.education.office.signin;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.PersonId;

/**
 * A sign-in without its secrets.
 *
 * @param person whose
 * @param username the name that is typed
 * @param state whether it may be used
 * @param version raised by whatever ends sessions
 * @param mustChange whether the password was made by somebody else
 * @param passwordSetAt when the password was set
 * @param goodUntil until when a password made by somebody else can be used
 * @param hasSecondFactor whether a code is asked for
 * @param lastSignedInAt when it was last used
 */
public record SignIn(PersonId person, String username, State state, int version, boolean mustChange,
		Instant passwordSetAt, @Nullable Instant goodUntil, boolean hasSecondFactor, @Nullable Instant lastSignedInAt) {

	/** Whether it may be used. */
	public boolean isActive() {
		return this.state == State.ACTIVE;
	}

	/** Keeps the name out of every log. */
	@Override
	public String toString() {
		return "SignIn[" + this.person.value() + "]";
	}

	/** Whether a sign-in may be used. */
	public enum State {

		/** It may be used. */
		ACTIVE("正常"),

		/** Its person left, or it was taken away; it can be given back. */
		DISABLED("已停用");

		private final String title;

		State(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

}
