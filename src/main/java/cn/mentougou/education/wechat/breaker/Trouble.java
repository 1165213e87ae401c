package cn.mentougou.education.wechat.breaker;

import org.jspecify.annotations.Nullable;

/**
 * What a call says about the platform.
 *
 * @param isKnown whether the call says anything at all
 * @param code what is wrong with the platform, or null if it is well
 */
record Trouble(boolean isKnown, @Nullable String code) {

	/** The platform answered, with a yes or a no. */
	static final Trouble NONE = new Trouble(true, null);

	/** The call never left, or its answer was unlike any other. */
	static final Trouble UNKNOWN = new Trouble(false, null);

	static Trouble of(String code) {
		return new Trouble(true, code);
	}

}
