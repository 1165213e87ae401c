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
	 * @param reason a word of {@link WxMpCalls}, or the platform's code
	 * @param rid the platform's id of the call, or empty
	 * @param notBefore when it makes sense again, if that is known
	 */
	record NotSent<T>(String reason, String rid, @Nullable Instant notBefore) implements Called<T> {
	}

	/**
	 * Nobody knows whether it was read.
	 *
	 * @param reason a word of {@link WxMpCalls}, or the platform's code
	 * @param rid the platform's id of the call, or empty
	 * @param thrown what was thrown, where it was neither the platform nor the line
	 */
	record Unknown<T>(String reason, String rid, @Nullable RuntimeException thrown) implements Called<T> {
	}

}
