package cn.mentougou.education.office.staff;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DeskTest
class AppointmentsTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);

	@Autowired
	private Appointments appointments;

	@Autowired
	private People people;

	@Autowired
	private Actors actors;

	@Autowired
	private Units units;

	@Autowired
	private District district;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private UnitId commission;

	private UnitId school;

	private Actor security;

	private PersonId person;

	@BeforeEach
	void district() {
		this.commission = this.district.commission();
		this.school = this.district.unit(UnitKind.SCHOOL, "永定河小学");
		this.security = this.district.holding(Role.SECURITY_ADMINISTRATOR, this.commission);
		this.person = this.district.person("赵一", this.school);
	}

	private Actor actor() {
		return this.actors.actorOf(this.person, "192.0.2.9").orElseThrow();
	}

	private long give(Role role, Term term, UnitId unit) {
		return this.appointments.give(this.security, this.person, role, term, unit);
	}

	@Test
	void roleReachesItsUnitAndAllBelow() {
		give(Role.REVIEWER, Term.from(TODAY), this.commission);
		assertThat(actor().holds(Role.REVIEWER, this.school)).isTrue();
		assertThat(actor().name()).isEqualTo("赵一");
		assertThat(actor().address()).isEqualTo("192.0.2.9");
		give(Role.EDITOR, Term.from(TODAY), this.school);
		assertThat(actor().holds(Role.EDITOR, this.school)).isTrue();
		assertThat(actor().holds(Role.EDITOR, this.commission)).isFalse();
		assertThat(actor().grants()).extracting(Grant::onBehalfOf).containsOnlyNulls();
	}

	@Test
	void roleIsHeldFromItsFirstDayToItsLast() {
		give(Role.EDITOR, new Term(TODAY.plusDays(1), TODAY.plusDays(2)), this.school);
		assertThat(actor().holds(Role.EDITOR)).isFalse();
		this.clock.advance(Duration.ofDays(1));
		assertThat(actor().holds(Role.EDITOR)).isTrue();
		this.clock.advance(Duration.ofDays(1));
		assertThat(actor().holds(Role.EDITOR)).isTrue();
		this.clock.advance(Duration.ofDays(1));
		assertThat(actor().holds(Role.EDITOR)).isFalse();
	}

	@Test
	void takenRoleEndsAtOnceAndStaysInTheHistory() {
		long id = give(Role.EDITOR, Term.from(TODAY), this.school);
		long before = this.actors.versionOf(this.person).orElseThrow();
		this.appointments.take(this.security, id);
		assertThat(actor().grants()).isEmpty();
		assertThat(this.actors.versionOf(this.person)).hasValue(before + 1);
		assertThat(this.appointments.historyOf(this.person)).singleElement()
			.satisfies((ended) -> assertThat(ended.takenBy()).isEqualTo(this.security.id()));
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.appointments.take(this.security, id))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("staff.role-ended"));
	}

	@Test
	void sameRoleIsNotGivenTwiceForTheSameDays() {
		give(Role.EDITOR, new Term(TODAY, TODAY.plusDays(3)), this.school);
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> give(Role.EDITOR, Term.from(TODAY.plusDays(3)), this.school));
		assertThat(give(Role.EDITOR, Term.from(TODAY.plusDays(4)), this.school)).isPositive();
	}

	@Test
	void nobodyGivesARoleToThemselves() {
		Actor oneself = new Actor(Actor.Kind.STAFF, this.person.value(), "赵一", this.security.grants(), "192.0.2.9");
		assertThatExceptionOfType(Refusal.Forbidden.class)
			.isThrownBy(() -> this.appointments.give(oneself, this.person, Role.EDITOR, Term.from(TODAY), this.school))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("staff.not-to-oneself"));
	}

	@Test
	void securityAdministratorAloneGivesRoles() {
		for (Role role : Role.values()) {
			if (role != Role.SECURITY_ADMINISTRATOR) {
				assertThatExceptionOfType(Refusal.Forbidden.class)
					.isThrownBy(() -> this.appointments.give(this.district.holding(role, this.commission), this.person,
							Role.EDITOR, Term.from(TODAY), this.school));
			}
		}
		Actor elsewhere = this.district.holding(Role.SECURITY_ADMINISTRATOR,
				this.district.unit(UnitKind.SCHOOL, "妙峰山学校"));
		assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(
				() -> this.appointments.give(elsewhere, this.person, Role.EDITOR, Term.from(TODAY), this.school));
		long id = give(Role.EDITOR, Term.from(TODAY), this.school);
		assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> this.appointments.take(elsewhere, id));
	}

	@Test
	void schoolOfficeMakesTeachersOfItsSchoolAndNothingElse() {
		Actor office = this.district.holding(Role.SCHOOL_ADMINISTRATOR, this.school);
		assertThat(this.appointments.give(office, this.person, Role.TEACHER, Term.from(TODAY), this.school))
			.isPositive();
		assertThatExceptionOfType(Refusal.Forbidden.class).isThrownBy(
				() -> this.appointments.give(office, this.person, Role.TEACHER, Term.from(TODAY), this.commission));
		assertThatExceptionOfType(Refusal.Forbidden.class).isThrownBy(() -> this.appointments.give(office, this.person,
				Role.SCHOOL_ADMINISTRATOR, Term.from(TODAY), this.school));
	}

	@Test
	void nobodyHoldsTwoOfTheThreeAdministrators() {
		give(Role.SYSTEM_ADMINISTRATOR, Term.from(TODAY), this.commission);
		for (Role second : List.of(Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)) {
			assertThatExceptionOfType(Refusal.Conflict.class)
				.isThrownBy(() -> give(second, Term.from(TODAY.plusDays(30)), this.commission))
				.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("staff.two-administrators"));
		}
		assertThat(give(Role.LEADER, Term.from(TODAY), this.commission)).isPositive();
	}

	@Test
	void administratorIsOfTheCommissionAndHasNoEnd() {
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> give(Role.SYSTEM_ADMINISTRATOR, Term.from(TODAY), this.school));
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> give(Role.SYSTEM_ADMINISTRATOR, new Term(TODAY, TODAY), this.commission));
	}

	@Test
	void lastAdministratorStaysUntilThereIsASuccessor() {
		long id = give(Role.AUDIT_ADMINISTRATOR, Term.from(TODAY), this.commission);
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.appointments.take(this.security, id))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("staff.last-administrator"));
		Actor system = this.district.holding(Role.SYSTEM_ADMINISTRATOR, this.commission);
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.people.leave(system, this.person));
		PersonId successor = this.district.person("钱二", this.commission);
		this.appointments.give(this.security, successor, Role.AUDIT_ADMINISTRATOR, Term.from(TODAY.plusDays(1)),
				this.commission);
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.appointments.take(this.security, id));
		this.clock.advance(Duration.ofDays(1));
		this.appointments.take(this.security, id);
		assertThat(give(Role.SYSTEM_ADMINISTRATOR, Term.from(TODAY.plusDays(1)), this.commission)).isPositive();
	}

	@Test
	void personWhoLeftIsNoActor() {
		give(Role.EDITOR, Term.from(TODAY), this.school);
		this.people.leave(Actor.system("test"), this.person);
		assertThat(this.actors.actorOf(this.person, "192.0.2.9")).isEmpty();
		assertThat(this.actors.versionOf(this.person)).isEmpty();
		assertThat(this.actors.actorOf(new PersonId(Long.MAX_VALUE), "192.0.2.9")).isEmpty();
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> give(Role.EDITOR, Term.from(TODAY), this.school));
	}

	@Test
	void unitForWhichARoleIsHeldIsNotClosed() {
		UnitId section = this.district.unit(UnitKind.SECTION, "宣传科");
		this.district.give(this.person, Role.EDITOR, section);
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.units.close(Actor.system("test"), section))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("staff.unit-has-roles"));
	}

	@Test
	void giftAndReturnAreRecorded() {
		long id = give(Role.EDITOR, Term.from(TODAY), this.school);
		this.appointments.take(this.security, id);
		assertThat(this.jdbc.sql("SELECT action FROM audit_entry WHERE actor_id = :id ORDER BY id")
			.param("id", this.security.id())
			.query(String.class)
			.list()).containsExactly("staff.role-given", "staff.role-taken");
	}

}
