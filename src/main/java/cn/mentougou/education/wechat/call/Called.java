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

	/**
	 * Why it did not answer: the platform's code, or a word of {@link WxMpCalls}; empty
	 * if it did.
	 */
	String reason();

	/** The platform's id of the call, or empty. */
	String rid();

	/** It answered. */
	record Answered<T>(T value) implements Called<T> {

		@Override
		public String reason() {
			return "";
		}

		@Override
		public String rid() {
			return "";
		}

	}

	/**
	 * It refused; asking again would not help.
	 *
	 * @param code the platform's code
	 * @param rid the platform's id of the call, or empty
	 */
	record Refused<T>(int code, String rid) implements Called<T> {

		@Override
		public String reason() {
			return String.valueOf(this.code);
		}

	}

	/**
	 * This kind of account may not make such calls: nothing was asked, the platform would
	 * say 48001.
	 */
	record Forbidden<T>(Refusal refusal) implements Called<T> {

		@Override
		public String reason() {
			return "48001";
		}

		@Override
		public String rid() {
			return "";
		}

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
