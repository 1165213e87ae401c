package cn.mentougou.education.wechat.tag;

/**
 * What became of a question to the platform that may be asked again without harm.
 *
 * @param <T> what it answers
 */
public sealed interface Asked<T> {

	/** It answered. */
	record Answered<T>(T value) implements Asked<T> {
	}

	/** It refused with this code of its list; asking again would not help. */
	record Refused<T>(int code) implements Asked<T> {
	}

	/**
	 * Nobody knows, or not now.
	 *
	 * @param reason a code or a word of the program
	 * @param isQuotaSpent whether the platform answers no more until tomorrow
	 */
	record Later<T>(String reason, boolean isQuotaSpent) implements Asked<T> {
	}

}
