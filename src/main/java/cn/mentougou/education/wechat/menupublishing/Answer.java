package cn.mentougou.education.wechat.menupublishing;

/** What one call to the platform came to. */
sealed interface Answer {

	/** Done; the platform's JSON. */
	record Done(String json) implements Answer {
	}

	/** Refused with the platform's code. */
	record Refused(String code, String rid) implements Answer {
	}

	/** Nobody here knows whether it was done. */
	record Unknown(String reason) implements Answer {
	}

	/** Surely nothing reached the platform. */
	record NotSent(String reason) implements Answer {
	}

}
