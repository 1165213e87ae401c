package cn.mentougou.education.wechat.breaker;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the breaker of an account does at this moment, as this instance knows it.
 *
 * @param appId the account
 * @param phase what becomes of a call
 * @param since since when, or null if it never opened since the start
 * @param probeAt when the next call is let through, if it is open
 * @param trouble what the last call in trouble met, if one ever did
 * @param troubleAt when that was
 * @param refused how many calls were refused since it opened
 */
public record BreakerState(String appId, Phase phase, @Nullable Instant since, @Nullable Instant probeAt,
		@Nullable String trouble, @Nullable Instant troubleAt, long refused) {

	/** What becomes of a call. */
	public enum Phase {

		/** Calls go to the platform. */
		CLOSED("正常"),

		/** Calls are refused. */
		OPEN("已断开"),

		/** A few calls try whether the platform answers again. */
		PROBING("正在试探");

		private final String title;

		Phase(String title) {
			this.title = title;
		}

		/** What the staff reads. */
		public String title() {
			return this.title;
		}

	}

}
