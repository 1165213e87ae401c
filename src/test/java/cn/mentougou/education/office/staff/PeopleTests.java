package cn.mentougou.education.office.staff;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DeskTest
@RecordApplicationEvents
class PeopleTests {

	@Autowired
	private People people;

	@Autowired
	private Appointments appointments;

	@Autowired
	private District district;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	private UnitId commission;

	private UnitId school;

	private UnitId other;

	private Actor system;

	private Actor schoolOffice;

	@BeforeEach
	void district() {
		this.commission = this.district.commission();
		this.school = this.district.unit(UnitKind.SCHOOL, "永定河小学");
		this.other = this.district.unit(UnitKind.SCHOOL, "妙峰山学校");
		this.system = this.district.holding(Role.SYSTEM_ADMINISTRATOR, this.commission);
		this.schoolOffice = this.district.holding(Role.SCHOOL_ADMINISTRATOR, this.school);
	}

	@Test
	void personIsFoundByWholeNameAndPhoneHoweverTheyAreWritten() {
		PersonId id = this.people.add(this.system, new PersonDetails(" 欧阳 春晓 ", "138-1234 5678", this.school));
		assertThat(this.people.named("欧阳春晓")).extracting(Person::id).containsExactly(id);
		assertThat(this.people.withPhone("+86 13812345678")).extracting(Person::id).containsExactly(id);
		assertThat(this.people.named("欧阳")).isEmpty();
	}

	@Test
	void nameAndPhoneLieSealed() {
		this.people.add(this.system, new PersonDetails("欧阳春晓", "13812345678", this.school));
		List<byte[]> stored = this.jdbc.sql("SELECT CONCAT(name, phone, name_index, phone_index) FROM office_person")
			.query((row, number) -> row.getBytes(1))
			.list();
		assertThat(stored).singleElement()
			.satisfies(
					(bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("欧阳", "1381234"));
	}

	@Test
	void phoneIsMasked() {
		PersonId id = this.people.add(this.system, new PersonDetails("欧阳春晓", "13812345678", this.school));
		assertThat(this.people.find(id)).get().extracting(Person::maskedPhone).isEqualTo("138****5678");
		assertThat(this.people.find(id)).get().hasToString("Person[" + id.value() + "]");
	}

	@Test
	void wholePhoneIsShownWithAReasonAndRecorded() {
		PersonId id = this.people.add(this.system, new PersonDetails("欧阳春晓", "13812345678", this.school));
		assertThat(this.people.phone(this.schoolOffice, id, RevealReason.WORK)).isEqualTo("13812345678");
		assertThat(this.jdbc.sql("SELECT details FROM audit_entry WHERE action = 'staff.phone-revealed'")
			.query(String.class)
			.single()).isEqualTo("reason=WORK");
		Actor foreign = this.district.holding(Role.SCHOOL_ADMINISTRATOR, this.other);
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.people.phone(foreign, id, RevealReason.WORK));
	}

	@Test
	void nobodyIsEnteredTwice() {
		this.people.add(this.system, new PersonDetails("欧阳春晓", "13812345678", this.school));
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.people.add(this.system, new PersonDetails("欧阳 春晓", "13812345678", this.other)))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("staff.person-exists"));
		assertThat(this.people.add(this.system, new PersonDetails("欧阳春晓", null, this.other))).isNotNull();
	}

	@Test
	void oddNamesAndPhonesAreRefused() {
		for (String name : List.of("", " ", "<b>王</b>", "王\u0000五", "1234", "王".repeat(41),
				"王" + "\u0301".repeat(500_000), "=cmd", "\u202e王五")) {
			assertThatExceptionOfType(Refusal.Invalid.class)
				.isThrownBy(() -> new PersonDetails(name, null, this.school));
		}
		for (String phone : List.of("12", "abcdefgh", "138123456789012345", "1381234567;")) {
			assertThatExceptionOfType(Refusal.Invalid.class)
				.isThrownBy(() -> new PersonDetails("王五", phone, this.school));
		}
		assertThat(new PersonDetails("买买提•艾力", "（010）6984-2345", this.school)).satisfies((details) -> {
			assertThat(details.name()).isEqualTo("买买提·艾力");
			assertThat(details.phone()).isEqualTo("01069842345");
		});
	}

	@Test
	void schoolOfficeKeepsThePeopleOfItsSchoolAlone() {
		PersonId mine = this.people.add(this.schoolOffice, new PersonDetails("赵一", null, this.school));
		PersonId theirs = this.district.person("钱二", this.other);
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.people.add(this.schoolOffice, new PersonDetails("孙三", null, this.other)));
		assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> this.people.find(this.schoolOffice, theirs));
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.people.leave(this.schoolOffice, theirs));
		assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(
				() -> this.people.change(this.schoolOffice, mine, 1, new PersonDetails("赵一", null, this.other)));
		assertThat(this.people.list(this.schoolOffice, PersonFilter.everybody(10))).extracting(Person::id)
			.containsExactly(mine);
		assertThatExceptionOfType(Refusal.Forbidden.class)
			.isThrownBy(() -> this.people.leave(this.district.holding(Role.EDITOR, this.commission), mine));
	}

	@Test
	void changeOfSomethingSeenLongAgoIsRefused() {
		PersonId id = this.district.person("赵一", this.school);
		this.people.change(this.system, id, 1, new PersonDetails("赵一一", "13900000001", this.other));
		assertThat(this.people.find(id)).get().satisfies((person) -> {
			assertThat(person.name()).isEqualTo("赵一一");
			assertThat(person.unit()).isEqualTo(this.other);
			assertThat(person.version()).isEqualTo(2);
		});
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.people.change(this.system, id, 1, new PersonDetails("赵二", null, this.other)))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("staff.changed-meanwhile"));
	}

	@Test
	void whoLeavesHoldsNoRoleAnyMore() {
		PersonId id = this.district.person("赵一", this.school);
		this.district.give(id, Role.EDITOR, this.commission);
		this.people.leave(this.system, id);
		assertThat(this.appointments.openOf(List.of(id))).isEmpty();
		assertThat(this.people.find(id)).get().extracting(Person::isHere).isEqualTo(false);
		assertThat(this.events.stream(PersonLeft.class)).extracting(PersonLeft::person).containsExactly(id);
		assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> this.people.leave(this.system, id));
		PersonFilter gone = new PersonFilter(this.school, null, null, true, 0, 10);
		assertThat(this.people.list(this.system, gone)).extracting(Person::id).containsExactly(id);
	}

	@Test
	void schoolOfficeCannotEndRolesOfOtherUnits() {
		PersonId id = this.district.person("赵一", this.school);
		this.district.give(id, Role.EDITOR, this.commission);
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.people.leave(this.schoolOffice, id))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("staff.holds-roles-elsewhere"));
	}

	@Test
	void listIsPagedByNumberAndFiltered() {
		PersonId first = this.district.person("赵一", this.school);
		PersonId second = this.district.person("钱二", this.school);
		PersonId third = this.district.person("赵一", this.other);
		this.district.give(second, Role.TEACHER, this.school);
		PersonFilter two = PersonFilter.everybody(2);
		assertThat(this.people.list(this.system, two)).extracting(Person::id).containsExactly(first, second);
		assertThat(this.people.list(this.system, two.after(second.value()))).extracting(Person::id)
			.containsExactly(third);
		assertThat(this.people.list(this.system, new PersonFilter(this.school, null, "赵一", false, 0, 9)))
			.extracting(Person::id)
			.containsExactly(first);
		assertThat(this.people.list(this.system, new PersonFilter(null, Role.TEACHER, null, false, 0, 9)))
			.extracting(Person::id)
			.containsExactly(second);
	}

}
