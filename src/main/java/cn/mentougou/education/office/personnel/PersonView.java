package cn.mentougou.education.office.personnel;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.privacy.Mask;
import cn.mentougou.education.office.staff.Person;

/**
 * A person as a line of the list.
 *
 * @param id the number
 * @param name the whole name
 * @param unit the name of the unit
 * @param phone the masked phone, or null
 * @param roles the titles of the roles held now
 */
record PersonView(long id, String name, String unit, @Nullable String phone, List<String> roles) {

	static PersonView of(Person person, String unit, List<String> roles) {
		return new PersonView(person.id().value(), person.name(), unit, person.maskedPhone(), roles);
	}

	/** The name as a file says it that leaves the house. */
	String maskedName() {
		return Mask.name(this.name);
	}

	@Override
	public String toString() {
		return "PersonView[" + this.id + "]";
	}

}
