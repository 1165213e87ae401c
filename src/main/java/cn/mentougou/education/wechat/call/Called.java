package cn.mentougou.education.wechat.call;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Refusal;

/**
 * What became of one call to the platform.
 *
 * @param <T> what it answers
 */
public sealed interface Called<T> {

	/** Prefix: there was no access token, and the code why. */
	String TOKEN = "TOKEN ";

	/** The circuit breaker is open. */
	String BREAKER = "BREAKER";

	/** Our database failed on the way to the token. */
	String DATABASE = "DATABASE";

	/** No connection came to stand. */
	String UNREACHABLE = "UNREACHABLE";

	/** No answer in time. */
	String TIMEOUT = "TIMEOUT";

	/** The connection broke. */
	String CONNECTION = "CONNECTION";

	/** Prefix: a server in between answered with this HTTP status. */
	String HTTP = "HTTP ";

	/** There was an answer, but none that can be read. */
	String ANSWER = "ANSWER";

	/** It answered. */
	record Answered<T>(T value) implements Called<T> {
	}

	/**
	 * It refused; asking again would not help.
	 *
	 * @param code the platform's code
	 * @param rid the platform's id of the call, or empty
	 */
	record Refused<T>(int code, String rid) implements Called<T> {
	}

	/** This kind of account may not make such calls: nothing was asked. */
	record Forbidden<T>(Refusal refusal) implements Called<T> {
	}

	/**
	 * Surely nothing was read there; it may be tried again.
	 *
	 * @param reason a word from above, or the platform's code
	 * @param rid the platform's id of the call, or empty
	 * @param notBefore when it makes sense again, if that is known
	 */
	record NotSent<T>(String reason, String rid, @Nullable Instant notBefore) implements Called<T> {
	}

	/**
	 * Nobody knows whether it was read.
	 *
	 * @param reason a word from above, or the platform's code
	 * @param rid the platform's id of the call, or empty
	 * @param thrown what was thrown, where it was neither the platform nor the line
	 */
	record Unknown<T>(String reason, String rid, @Nullable RuntimeException thrown) implements Called<T> {
	}

}
