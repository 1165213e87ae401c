package cn.mentougou.education.office.unit;

import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DeskTest
class UnitsTests {

	@Autowired
	private Units units;

	@Autowired
	private District district;

	@Autowired
	private JdbcClient jdbc;

	private UnitId commission;

	private Actor system;

	@BeforeEach
	void found() {
		this.commission = this.district.commission();
		this.system = this.district.holding(Role.SYSTEM_ADMINISTRATOR, this.commission);
	}

	/** The reach of a moment ago does not hold what was added since. */
	private Actor system() {
		return this.district.holding(Role.SYSTEM_ADMINISTRATOR, this.commission);
	}

	@Test
	void thereIsOneCommission() {
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.units.found(Actor.system("test"), "另一个教委"));
		assertThat(this.units.commission()).get().extracting(Unit::name).isEqualTo("门头沟区教育委员会");
	}

	@Test
	void reachIsTheUnitAndAllBelowIt() {
		UnitId school = this.units.add(this.system, this.commission, UnitKind.SCHOOL, "永定河小学");
		UnitId branch = this.units.add(system(), school, UnitKind.SCHOOL, "永定河小学东校区");
		UnitId section = this.units.add(system(), branch, UnitKind.SECTION, "教务处");
		assertThat(this.units.reachOf(Set.of(this.commission, school)))
			.containsEntry(this.commission, Set.of(this.commission, school, branch, section))
			.containsEntry(school, Set.of(school, branch, section));
	}

	@Test
	void movedUnitTakesAllBelowItAlong() {
		UnitId school = this.units.add(this.system, this.commission, UnitKind.SCHOOL, "永定河小学");
		UnitId branch = this.units.add(system(), school, UnitKind.SCHOOL, "东校区");
		UnitId section = this.units.add(system(), branch, UnitKind.SECTION, "教务处");
		UnitId other = this.units.add(system(), this.commission, UnitKind.SCHOOL, "妙峰山学校");
		this.units.move(system(), branch, other);
		assertThat(this.units.reachOf(Set.of(this.commission, school, other, branch)))
			.containsEntry(this.commission, Set.of(this.commission, school, other, branch, section))
			.containsEntry(school, Set.of(school))
			.containsEntry(other, Set.of(other, branch, section))
			.containsEntry(branch, Set.of(branch, section));
		assertThat(this.units.find(branch)).get().extracting(Unit::parent).isEqualTo(other);
	}

	@Test
	void unitIsNeverBelowItself() {
		UnitId school = this.units.add(this.system, this.commission, UnitKind.SCHOOL, "永定河小学");
		UnitId branch = this.units.add(system(), school, UnitKind.SCHOOL, "东校区");
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> this.units.move(system(), school, branch))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("unit.below-itself"));
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> this.units.move(system(), school, school));
	}

	@Test
	void eachKindHasItsPlace() {
		UnitId section = this.units.add(this.system, this.commission, UnitKind.SECTION, "中教科");
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.units.add(system(), section, UnitKind.SCHOOL, "大峪学校"))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("unit.wrong-place"));
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.units.add(system(), this.commission, UnitKind.COMMISSION, "另一个教委"));
	}

	@Test
	void treeIsAtMostSixUnitsDeep() {
		UnitId above = this.commission;
		for (int depth = 2; depth <= 6; depth++) {
			above = this.units.add(system(), above, UnitKind.SCHOOL, "第" + depth + "层");
		}
		UnitId deepest = above;
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.units.add(system(), deepest, UnitKind.SECTION, "第7层"))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("unit.too-deep"));
	}

	@Test
	void siblingsHaveDifferentNames() {
		UnitId first = this.units.add(this.system, this.commission, UnitKind.SECTION, "办公室");
		UnitId school = this.units.add(system(), this.commission, UnitKind.SCHOOL, "永定河小学");
		this.units.add(system(), school, UnitKind.SECTION, "办公室");
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.units.add(system(), this.commission, UnitKind.SECTION, " 办公室 "))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("unit.name-taken"));
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.units.rename(system(), first, "永定河小学"));
	}

	@Test
	void nameOfAClosedUnitIsFreeAgain() {
		UnitId old = this.units.add(this.system, this.commission, UnitKind.SECTION, "职教科");
		this.units.close(system(), old);
		assertThat(this.units.find(old)).get().extracting(Unit::open).isEqualTo(false);
		assertThat(this.units.add(system(), this.commission, UnitKind.SECTION, "职教科")).isNotEqualTo(old);
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.units.rename(system(), old, "成教科"));
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.units.close(system(), old));
	}

	@Test
	void unitWithPeopleOrOpenUnitsBelowIsNotClosed() {
		UnitId school = this.units.add(this.system, this.commission, UnitKind.SCHOOL, "永定河小学");
		UnitId section = this.units.add(system(), school, UnitKind.SECTION, "教务处");
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.units.close(system(), school))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("unit.open-below"));
		this.district.person("赵老师", section);
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.units.close(system(), section))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("staff.unit-has-people"));
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.units.close(system(), this.commission));
	}

	@Test
	void systemAdministratorAloneChangesTheTreeAndOnlyWithinReach() {
		UnitId school = this.units.add(this.system, this.commission, UnitKind.SCHOOL, "永定河小学");
		Actor ofSchool = this.district.holding(Role.SYSTEM_ADMINISTRATOR, school);
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.units.add(ofSchool, this.commission, UnitKind.SECTION, "督导室"));
		Actor security = this.district.holding(Role.SECURITY_ADMINISTRATOR, this.commission);
		assertThatExceptionOfType(Refusal.Forbidden.class)
			.isThrownBy(() -> this.units.rename(security, school, "别的名字"));
	}

	@Test
	void everyChangeIsRecorded() {
		UnitId school = this.units.add(this.system, this.commission, UnitKind.SCHOOL, "永定河小学");
		UnitId other = this.units.add(system(), this.commission, UnitKind.SCHOOL, "妙峰山学校");
		this.units.rename(system(), school, "永定河实验小学");
		this.units.move(system(), school, other);
		this.units.close(system(), school);
		assertThat(this.jdbc
			.sql("SELECT action FROM audit_entry WHERE object_kind = 'unit' AND object_id = :id ORDER BY id")
			.param("id", school.value())
			.query(String.class)
			.list()).containsExactly("unit.added", "unit.renamed", "unit.moved", "unit.closed");
	}

}
