package cn.mentougou.education.office.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Mask;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.UnitId;

/** Seals and opens what is personal in a person's row and makes it findable. */
@Component
class PersonSeal {

	private final Vault vault;

	private final LookupIndex index;

	PersonSeal(Vault vault, LookupIndex index) {
		this.vault = vault;
		this.index = index;
	}

	Person open(PersonMapper.Row row) {
		PersonId id = new PersonId(row.id());
		String phone = phone(row);
		return new Person(id, new UnitId(row.unitId()), name(row), (phone != null) ? Mask.phone(phone) : null,
				row.version(), row.joinedOn(), row.leftOn());
	}

	/** The name; of a person who was erased nothing. */
	String name(PersonMapper.Row row) {
		return (row.name().length == 0) ? "" : this.vault.open(row.name(), place("name", row.id()));
	}

	@Nullable String phone(PersonMapper.Row row) {
		byte[] phone = row.phone();
		return (phone != null) ? this.vault.open(phone, place("phone", row.id())) : null;
	}

	byte[] name(PersonId id, String name) {
		return this.vault.seal(name, place("name", id.value()));
	}

	byte @Nullable [] phone(PersonId id, @Nullable String phone) {
		return (phone != null) ? this.vault.seal(phone, place("phone", id.value())) : null;
	}

	PersonMapper.Indexes indexes(PersonDetails details) {
		String phone = details.phone();
		return new PersonMapper.Indexes(details.unit(), nameIndex(details.name()),
				(phone != null) ? phoneIndex(phone) : null,
				(phone != null) ? this.index.of("person.identity", details.name(), phone) : null);
	}

	byte[] nameIndex(String name) {
		return this.index.of("person.name", name);
	}

	byte[] phoneIndex(String phone) {
		return this.index.of("person.phone", phone);
	}

	static String place(String column, long id) {
		return "person." + column + ":" + id;
	}

}
