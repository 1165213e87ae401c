package cn.mentougou.education.office.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What a check-up found, in Chinese and without any secret.
 *
 * @param ok whether it is as it should be
 * @param message what was found
 * @param remedy what to do, if it is not
 */
public record Finding(boolean ok, String message, @Nullable String remedy) {

	/** All is well. */
	public static Finding good(String message) {
		return new Finding(true, message, null);
	}

	/** Something must be done. */
	public static Finding bad(String message, String remedy) {
		return new Finding(false, message, remedy);
	}

}
