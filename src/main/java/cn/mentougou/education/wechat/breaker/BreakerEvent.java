package cn.mentougou.education.wechat.breaker;

import java.time.Instant;

/** What an alarm hears; published at once, in the thread of the call that showed it. */
public sealed interface BreakerEvent {

	/** The account. */
	String appId();

	/** When it happened. */
	Instant at();

	/**
	 * The platform is thought to be down.
	 *
	 * @param appId the account
	 * @param at when it happened
	 * @param trouble what the last call met, such as {@code TIMEOUT} or {@code -1}
	 */
	record Opened(String appId, Instant at, String trouble) implements BreakerEvent {
	}

	/**
	 * The platform answers again.
	 *
	 * @param appId the account
	 * @param at when it happened
	 */
	record Closed(String appId, Instant at) implements BreakerEvent {
	}

}
