package cn.mentougou.education.wechat.sender;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What became of one call. */
public sealed interface Outcome {

	/**
	 * The platform took the message.
	 *
	 * @param platformId its number at the platform, by which the later result names it;
	 * customer-service messages have none
	 */
	record Sent(@Nullable String platformId) implements Outcome {
	}

	/** The platform refused the message; sending it again would change nothing. */
	record Refused(String reason, String rid) implements Outcome {
	}

	/** Nobody here knows whether the platform took it. */
	record Unknown(String reason, String rid) implements Outcome {
	}

	/**
	 * Surely nothing was sent; it may be tried again.
	 *
	 * @param reason why
	 * @param notBefore when it makes sense again, if that is known
	 */
	record NotSent(String reason, @Nullable Instant notBefore) implements Outcome {

		NotSent(String reason) {
			this(reason, null);
		}

	}

}
