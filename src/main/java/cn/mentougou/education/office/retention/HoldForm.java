package cn.mentougou.education.office.retention;

import org.jspecify.annotations.Nullable;

/**
 * What is typed about a hold: a register or a person, and why.
 *
 * @param register the register's code, or empty for a person
 * @param person a key such as {@code phone:138…}, or empty for a register
 * @param reason why
 */
record HoldForm(@Nullable String register, @Nullable String person, @Nullable String reason) {

	@Override
	public String toString() {
		return "HoldForm[" + this.register + "]";
	}

}
