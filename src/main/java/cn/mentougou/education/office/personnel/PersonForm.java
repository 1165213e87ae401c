package cn.mentougou.education.office.personnel;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.staff.PersonDetails;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.UnitId;

/**
 * What is typed about a person.
 *
 * @param name the whole name
 * @param phone the phone; when a person is changed, empty leaves it as it is
 * @param unit where the person works
 * @param version what was shown when a person is changed
 */
record PersonForm(@Nullable String name, @Nullable String phone, @Nullable Long unit, @Nullable Long version) {

	PersonDetails details() {
		if (this.unit == null) {
			throw new Refusal.Invalid("personnel.unit-missing");
		}
		return new PersonDetails((this.name != null) ? this.name : "", this.phone, new UnitId(this.unit));
	}

	@Override
	public String toString() {
		return "PersonForm[" + this.unit + "]";
	}

}
