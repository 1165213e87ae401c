package cn.mentougou.education.newsroom.article;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What bringing one picture to the platform came to. */
public sealed interface HostingOutcome {

	/** It is there, from now or from before. */
	record Done() implements HostingOutcome {
	}

	/** Another instance brings it right now. */
	record Busy() implements HostingOutcome {
	}

	/**
	 * Refused; only a person can help.
	 *
	 * @param code the platform's code, or 0 if it is no picture that could be sent
	 * @param rid the platform's id of the call, or empty
	 */
	record Refused(int code, String rid) implements HostingOutcome {
	}

	/**
	 * It did not get there; it may be tried again.
	 *
	 * @param reason the reason's code
	 * @param notBefore when it makes sense again, if that is known
	 */
	record Later(String reason, @Nullable Instant notBefore) implements HostingOutcome {
	}

	/**
	 * Nobody knows whether it is there; trying again harms nobody.
	 *
	 * @param reason the reason's code
	 */
	record Unknown(String reason) implements HostingOutcome {
	}

}
