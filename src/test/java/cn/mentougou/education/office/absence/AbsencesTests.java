package cn.mentougou.education.office.absence;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.staff.Actors;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DeskTest
class AbsencesTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);

	@Autowired
	private Absences absences;

	@Autowired
	private Actors actors;

	@Autowired
	private Appointments appointments;

	@Autowired
	private People people;

	@Autowired
	private District district;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private UnitId commission;

	private UnitId school;

	private PersonId leader;

	private PersonId delegate;

	private long leadership;

	@BeforeEach
	void district() {
		this.commission = this.district.commission();
		this.school = this.district.unit(UnitKind.SCHOOL, "永定河小学");
		this.leader = this.district.person("赵主任", this.commission);
		this.delegate = this.district.person("钱科长", this.commission);
		this.leadership = this.district.give(this.leader, Role.LEADER, this.commission);
	}

	private Actor actor(PersonId person) {
		return this.actors.actorOf(person, "192.0.2.9").orElseThrow();
	}

	private long absent(LocalDate from, LocalDate until) {
		return record(from, until, this.delegate, this.leadership);
	}

	private long record(LocalDate from, LocalDate until, @Nullable PersonId acting, Long... lent) {
		return this.absences.record(actor(this.leader), this.leader,
				new AbsenceDetails(from, until, acting, Set.of(lent)));
	}

	@Test
	void delegateActsBetweenTheDatesAlone() {
		absent(TODAY.plusDays(1), TODAY.plusDays(2));
		assertThat(actor(this.delegate).holds(Role.LEADER)).isFalse();
		this.clock.advance(Duration.ofDays(1));
		assertThat(actor(this.delegate).holds(Role.LEADER, this.school)).isTrue();
		this.clock.advance(Duration.ofDays(1));
		assertThat(actor(this.delegate).holds(Role.LEADER)).isTrue();
		this.clock.advance(Duration.ofDays(1));
		assertThat(actor(this.delegate).grants()).isEmpty();
	}

	@Test
	void delegateActsInTheNameOfTheAbsentPersonAndApprovesNeithersWork() {
		absent(TODAY, TODAY.plusDays(2));
		Actor acting = actor(this.delegate);
		assertThat(acting.grants()).extracting(Grant::onBehalfOf).containsExactly(this.leader);
		assertThat(acting.mayApprove(Role.LEADER, this.school, this.leader)).isFalse();
		assertThat(acting.mayApprove(Role.LEADER, this.school, this.delegate)).isFalse();
		assertThat(acting.mayApprove(Role.LEADER, this.school, new PersonId(Long.MAX_VALUE))).isTrue();
	}

	@Test
	void absenceEndedEarlyEndsTheDelegationAtOnce() {
		long id = absent(TODAY, TODAY.plusDays(9));
		long version = this.actors.versionOf(this.delegate).orElseThrow();
		this.absences.end(actor(this.leader), id);
		assertThat(actor(this.delegate).grants()).isEmpty();
		assertThat(this.actors.versionOf(this.delegate)).hasValue(version + 1);
		assertThat(absent(TODAY.plusDays(2), TODAY.plusDays(3))).isPositive();
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.absences.end(actor(this.leader), id))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("absence.over"));
	}

	@Test
	void lentRoleEndsWithTheAbsentPersonsOwn() {
		absent(TODAY, TODAY.plusDays(9));
		this.appointments.take(Actor.system("test"), this.leadership);
		assertThat(actor(this.delegate).grants()).isEmpty();
	}

	@Test
	void delegateDoesNotLendOn() {
		absent(TODAY, TODAY.plusDays(9));
		PersonId third = this.district.person("孙五", this.commission);
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.absences.record(actor(this.delegate), this.delegate,
					new AbsenceDetails(TODAY.plusDays(3), TODAY.plusDays(4), third, Set.of(this.leadership))))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("absence.not-their-role"));
	}

	@Test
	void administratorIsNeverLent() {
		long seat = this.district.give(this.leader, Role.SECURITY_ADMINISTRATOR, this.commission);
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> record(TODAY, TODAY, this.delegate, this.leadership, seat))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("absence.administrator-stays"));
		absent(TODAY, TODAY);
		this.jdbc.sql("UPDATE absence_loan SET appointment_id = :seat").param("seat", seat).update();
		assertThat(actor(this.delegate).grants()).as("even if a row said so").isEmpty();
	}

	@Test
	void absencesOfOnePersonDoNotOverlap() {
		absent(TODAY, TODAY.plusDays(3));
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> record(TODAY.plusDays(3), TODAY.plusDays(5), null))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("absence.overlaps"));
		assertThat(record(TODAY.plusDays(4), TODAY.plusDays(5), null)).isPositive();
	}

	@Test
	void delegateIsSomebodyElseWhoIsThere() {
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> record(TODAY, TODAY, this.leader, this.leadership));
		this.absences.record(actor(this.delegate), this.delegate,
				new AbsenceDetails(TODAY.plusDays(2), TODAY.plusDays(4), null, Set.of()));
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> absent(TODAY, TODAY.plusDays(2)))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("absence.delegate-is-away"));
		PersonId gone = this.district.person("孙五", this.commission);
		this.people.leave(Actor.system("test"), gone);
		assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> record(TODAY, TODAY, gone, this.leadership));
	}

	@Test
	void daysAndRolesAreChecked() {
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> absent(TODAY, TODAY.minusDays(1)));
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> absent(TODAY.minusDays(3), TODAY.minusDays(1)))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("absence.past"));
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> absent(TODAY, TODAY.plusDays(400)));
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> record(TODAY, TODAY, this.delegate));
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> record(TODAY, TODAY, null, this.leadership));
	}

	@Test
	void keeperOfThePeopleRecordsForOthersButNeverLendsToThemselves() {
		PersonId teacher = this.district.person("李老师", this.school);
		long teaching = this.district.give(teacher, Role.TEACHER, this.school);
		this.district.give(this.delegate, Role.SCHOOL_ADMINISTRATOR, this.school);
		AbsenceDetails toSelf = new AbsenceDetails(TODAY, TODAY, this.delegate, Set.of(teaching));
		assertThatExceptionOfType(Refusal.Forbidden.class)
			.isThrownBy(() -> this.absences.record(actor(this.delegate), teacher, toSelf));
		long id = this.absences.record(actor(this.delegate), teacher, new AbsenceDetails(TODAY, TODAY, null, Set.of()));
		assertThat(this.absences.find(actor(this.delegate), id)).isPresent();
		assertThat(this.absences.find(actor(this.leader), id)).isEmpty();
		assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> this.absences.end(actor(this.leader), id));
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.absences.record(actor(this.leader), teacher, toSelf));
	}

	@Test
	void absencesEndWhenThePersonOrTheDelegateLeaves() {
		long id = absent(TODAY, TODAY.plusDays(9));
		this.people.leave(Actor.system("test"), this.delegate);
		assertThat(this.absences.of(this.leader)).singleElement()
			.satisfies((absence) -> assertThat(absence.ended()).isTrue());
		assertThat(this.absences.lentDuring(id)).containsExactly(this.leadership);
	}

	@Test
	void delegateAndKeeperSeeWhatIsToCome() {
		long id = absent(TODAY.plusDays(2), TODAY.plusDays(3));
		assertThat(this.absences.heldBy(this.delegate)).extracting(Absence::id).containsExactly(id);
		assertThat(this.absences.keptBy(this.district.holding(Role.SYSTEM_ADMINISTRATOR, this.commission)))
			.extracting(Absence::id)
			.containsExactly(id);
		assertThat(this.absences.keptBy(this.district.holding(Role.SCHOOL_ADMINISTRATOR, this.school))).isEmpty();
		this.clock.advance(Duration.ofDays(4));
		assertThat(this.absences.heldBy(this.delegate)).isEmpty();
	}

	@Test
	void absenceIsRecordedWithNumbersAlone() {
		long id = absent(TODAY, TODAY);
		assertThat(this.jdbc.sql("SELECT details FROM audit_entry WHERE action = 'absence.recorded'")
			.query(String.class)
			.single())
			.isEqualTo("absence=" + id + "\nappointments=" + this.leadership + "\ndelegate=" + this.delegate.value());
	}

}
