package cn.mentougou.education.office.rights;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

import cn.mentougou.education.office.staff.Term;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * What is typed when a role is given.
 *
 * @param name the whole name of the person
 * @param phone the phone, if several have the name
 * @param role the role
 * @param unit the unit it is held for
 * @param from the first day; empty is today
 * @param until the last day; empty is none
 */
record RoleForm(@Nullable String name, @Nullable String phone, @Nullable Role role, @Nullable Long unit,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until) {

	Role chosenRole() {
		if (this.role == null) {
			throw new Refusal.Invalid("rights.role-missing");
		}
		return this.role;
	}

	UnitId chosenUnit() {
		if (this.unit == null) {
			throw new Refusal.Invalid("rights.unit-missing");
		}
		return new UnitId(this.unit);
	}

	Term term(LocalDate today) {
		return new Term((this.from != null) ? this.from : today, this.until);
	}

	@Override
	public String toString() {
		return "RoleForm[" + this.role + "]";
	}

}
