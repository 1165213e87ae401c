package cn.mentougou.education.wechat.outbound;

/** What became of one call. */
sealed interface Outcome {

	/** The platform took the message. */
	record Sent() implements Outcome {
	}

	/** The platform refused the message; sending it again would change nothing. */
	record Refused(String reason, String rid) implements Outcome {
	}

	/** Nobody here knows whether the platform took it. */
	record Unknown(String reason, String rid) implements Outcome {
	}

	/** Surely nothing was sent; it may be tried again. */
	record NotSent(String reason) implements Outcome {
	}

}
