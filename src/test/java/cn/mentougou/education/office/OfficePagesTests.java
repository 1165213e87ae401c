package cn.mentougou.education.office;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Units and people as they are worked with in the console. */
class OfficePagesTests extends DistrictPages {

	@Autowired
	private Units units;

	@Autowired
	private People people;

	@Test
	void unitIsAddedRenamedMovedAndClosed() {
		assertThat(this.browser.get(this.system, "/console/units/new")).hasStatusOk()
			.bodyText()
			.contains("上级单位", "　永定河小学");
		assertThat(this.browser.post(this.system, "/console/units",
				Map.of("name", "西山小学", "kind", "SCHOOL", "parent", "" + this.commission.value())))
			.hasRedirectedUrl("/console/units");
		this.system = this.district.holding(Role.SYSTEM_ADMINISTRATOR, this.commission);
		Unit added = this.units.all().stream().filter((unit) -> unit.name().equals("西山小学")).findFirst().orElseThrow();
		String page = "/console/units/" + added.id().value();
		assertThat(this.browser.get(this.system, page)).hasStatusOk().bodyText().contains("西山小学", "撤销这个单位");
		assertThat(this.browser.post(this.system, page, Map.of("name", "西山实验小学"))).hasRedirectedUrl("/console/units");
		assertThat(this.browser.post(this.system, page + "/parent", Map.of("parent", "" + this.other.value())))
			.hasRedirectedUrl("/console/units");
		assertThat(this.browser.get(this.system, "/console/units")).hasStatusOk()
			.bodyText()
			.contains("<span>　　</span><a href=\"" + page, "西山实验小学");
		assertThat(this.browser.get(this.system, page + "/close")).hasStatusOk().bodyText().contains("撤销“西山实验小学”？");
		assertThat(this.browser.post(this.system, page + "/close", Map.of())).hasRedirectedUrl("/console/units");
		assertThat(this.browser.get(this.system, "/console/units?closed=true")).bodyText().contains("西山实验小学", "已撤销");
	}

	@Test
	void formSaysWhatIsWrongAndKeepsWhatWasTyped() {
		assertThat(this.browser.post(this.system, "/console/units",
				Map.of("name", "永定河小学", "kind", "SCHOOL", "parent", "" + this.commission.value())))
			.hasStatusOk()
			.bodyText()
			.contains("同一上级下已有名为“永定河小学”的单位", "value=\"永定河小学\"");
		assertThat(this.browser.post(this.system, "/console/people", Map.of("name", "<script>", "phone", "1")))
			.hasStatusOk()
			.bodyText()
			.contains("请选择单位", "&lt;script&gt;")
			.doesNotContain("<script>\"");
	}

	@Test
	void unitOutsideOnesReachIsNotThere() {
		Actor ofSchool = this.district.holding(Role.SYSTEM_ADMINISTRATOR, this.school);
		String foreign = "/console/units/" + this.other.value();
		for (String path : List.of(foreign, foreign + "/close")) {
			assertThat(this.browser.get(ofSchool, path)).hasStatus(HttpStatus.NOT_FOUND);
		}
		for (String path : List.of(foreign, foreign + "/parent", foreign + "/close")) {
			assertThat(this.browser.post(ofSchool, path, Map.of("name", "x", "parent", "" + this.school.value())))
				.hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.browser.get(ofSchool, "/console/units")).bodyText().contains("永定河小学").doesNotContain("妙峰山学校");
		assertThat(this.browser.get(this.security, foreign)).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void personIsAddedFoundChangedAndLeaves() {
		assertThat(this.browser.post(this.schoolOffice, "/console/people",
				Map.of("name", "欧阳春晓", "phone", "13812345678", "unit", "" + this.school.value())))
			.hasStatus3xxRedirection();
		Person person = this.people.one("欧阳春晓", null);
		String page = "/console/people/" + person.id().value();
		assertThat(this.browser.get(this.schoolOffice, "/console/people?name=欧阳春晓&unit=" + this.school.value()))
			.hasStatusOk()
			.bodyText()
			.contains("138****5678", page)
			.doesNotContain("13812345678");
		assertThat(this.browser.get(this.schoolOffice, "/console/people?name=1234")).hasStatusOk()
			.bodyText()
			.contains("没有符合条件的人员");
		assertThat(this.browser.post(this.schoolOffice, page + "/phone", Map.of("reason", "WORK"))).hasStatusOk()
			.bodyText()
			.contains("13812345678");
		assertThat(this.browser.post(this.schoolOffice, page + "/phone", Map.of())).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.browser.post(this.schoolOffice, page,
				Map.of("name", "欧阳晓", "unit", "" + this.school.value(), "version", "1")))
			.hasRedirectedUrl(page);
		assertThat(this.people.withPhone("13812345678")).extracting(Person::name).containsExactly("欧阳晓");
		assertThat(this.browser.get(this.schoolOffice, page + "/leave")).bodyText().contains("为“欧阳晓”办理离开？");
		assertThat(this.browser.post(this.schoolOffice, page + "/leave", Map.of())).hasRedirectedUrl("/console/people");
		assertThat(this.browser.get(this.schoolOffice, "/console/people?left=true")).bodyText().contains("欧阳晓");
	}

	@Test
	void personOfAnotherSchoolIsNotThere() {
		PersonId foreign = this.district.person("钱二", this.other);
		String page = "/console/people/" + foreign.value();
		for (String path : List.of(page, page + "/leave")) {
			assertThat(this.browser.get(this.schoolOffice, path)).hasStatus(HttpStatus.NOT_FOUND)
				.bodyText()
				.doesNotContain("钱二");
		}
		for (String path : List.of(page, page + "/leave", page + "/phone")) {
			assertThat(this.browser.post(this.schoolOffice, path,
					Map.of("name", "赵一", "unit", "" + this.school.value(), "version", "1", "reason", "WORK")))
				.hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.people.find(foreign)).get().extracting(Person::name).isEqualTo("钱二");
		assertThat(this.browser.get(this.schoolOffice, "/console/people")).bodyText().doesNotContain("钱二");
		assertThat(this.browser.get(this.schoolOffice, "/console/people?unit=" + this.other.value())).bodyText()
			.contains("没有符合条件的人员");
	}

	@Test
	void fileOfThePeopleNamesNobodyInFull() throws Exception {
		this.district.give(this.district.person("欧阳春晓", this.school), Role.TEACHER, this.school);
		this.district.person("钱二", this.other);
		assertThat(this.browser.get(this.schoolOffice, "/console/people/export")).hasStatusOk()
			.bodyText()
			.contains("编号,姓名,单位,手机号,职责", "欧*晓,永定河小学,138****", "教师")
			.doesNotContain("欧阳春晓", "钱");
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'staff.list-exported'")
			.query(Long.class)
			.single()).isEqualTo(1);
	}

}
