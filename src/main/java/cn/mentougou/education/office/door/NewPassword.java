package cn.mentougou.education.office.door;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Refusal;

/**
 * A password that somebody chooses.
 *
 * @param current the present one, where it is asked for
 * @param password the new one
 * @param again the new one once more
 */
record NewPassword(@Nullable String current, @Nullable String password, @Nullable String again) {

	/**
	 * The password that was typed twice alike.
	 * @throws Refusal.Invalid if it was not
	 */
	String agreed() {
		if (this.password == null || !this.password.equals(this.again)) {
			throw new Refusal.Invalid("door.passwords-differ");
		}
		return this.password;
	}

	String currentTyped() {
		return this.current != null ? this.current : "";
	}

	/** Keeps what was typed out of every log. */
	@Override
	public String toString() {
		return "NewPassword";
	}

}
