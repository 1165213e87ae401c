package cn.mentougou.education.office;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import cn.mentougou.education.office.console.SearchSource;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.office.staff.Actors;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.Term;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Roles, absences and posts as they are worked with in the console. */
class RolePagesTests extends DistrictPages {

	@Autowired
	private Actors actors;

	@Autowired
	private Appointments appointments;

	@Autowired
	private ObjectProvider<TodaySource> today;

	@Autowired
	private ObjectProvider<SearchSource> search;

	@Autowired
	private Clock clock;

	@Test
	void roleIsGivenShownAndTaken() {
		PersonId person = this.district.person("欧阳春晓", this.school);
		assertThat(this.browser.get(this.security, "/console/roles/new")).hasStatusOk().bodyText().contains("信息公开经办人");
		assertThat(this.browser.post(this.security, "/console/roles",
				Map.of("name", "欧阳春晓", "role", "EDITOR", "unit", "" + this.commission.value(), "until", "2999-01-01")))
			.hasRedirectedUrl("/console/roles");
		assertThat(this.browser.get(this.security, "/console/roles?role=EDITOR")).hasStatusOk()
			.bodyText()
			.contains("欧阳春晓", "编辑", "至 2999-01-01", "现任");
		long id = this.appointments.historyOf(person).get(0).id();
		assertThat(this.browser.get(this.security, "/console/roles/" + id + "/take")).bodyText().contains("收回“欧阳春晓”");
		assertThat(this.browser.post(this.security, "/console/roles/" + id + "/take", Map.of()))
			.hasRedirectedUrl("/console/roles");
		assertThat(this.browser.get(this.security, "/console/roles/people/" + person.value())).hasStatusOk()
			.bodyText()
			.contains("已收回");
		assertThat(this.browser.post(this.security, "/console/roles",
				Map.of("name", "没有人", "role", "EDITOR", "unit", "" + this.commission.value())))
			.hasStatusOk()
			.bodyText()
			.contains("没有找到姓名为“没有人”的在岗人员");
		assertThat(this.browser.post(this.security, "/console/roles", Map.of("name", "欧阳春晓", "from", "昨天")))
			.hasStatusOk()
			.bodyText()
			.contains("请填写日期");
	}

	@Test
	void roleOfAnotherUnitIsNotThere() {
		PersonId person = this.district.person("钱二", this.other);
		long id = this.district.give(person, Role.EDITOR, this.other);
		Actor ofSchool = this.district.holding(Role.SECURITY_ADMINISTRATOR, this.school);
		assertThat(this.browser.get(ofSchool, "/console/roles")).bodyText().doesNotContain("钱二");
		assertThat(this.browser.get(ofSchool, "/console/roles/people/" + person.value()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.get(ofSchool, "/console/roles/" + id + "/take")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.post(ofSchool, "/console/roles/" + id + "/take", Map.of()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.post(ofSchool, "/console/roles",
				Map.of("name", "钱二", "role", "EDITOR", "unit", "" + this.other.value())))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void absenceIsRecordedSeenByTheDelegateAndEnded() {
		PersonId leader = this.district.person("赵主任", this.commission);
		PersonId deputy = this.district.person("钱科长", this.commission);
		long lent = this.district.give(leader, Role.LEADER, this.commission);
		Actor absent = this.actors.actorOf(leader, "192.0.2.1").orElseThrow();
		String form = "/console/absences/of/" + leader.value();
		LocalDate day = LocalDate.now(this.clock);
		assertThat(this.browser.get(absent, "/console/absences/new")).hasRedirectedUrl(form);
		assertThat(this.browser.post(absent, form, Map.of("from", "明天", "until", "2026-05-22"))).hasStatusOk()
			.bodyText()
			.contains("没有保存", "请代理人代行的职责");
		assertThat(this.browser.get(absent, form)).hasStatusOk().bodyText().contains("主管领导（门头沟区教育委员会）");
		assertThat(this.browser.post(absent, form,
				Map.of("from", "" + day, "until", "" + day.plusDays(3), "delegate", "钱科长", "lent", "" + lent)))
			.hasRedirectedUrl("/console/absences");
		Actor acting = this.actors.actorOf(deputy, "192.0.2.1").orElseThrow();
		assertThat(acting.holds(Role.LEADER)).isTrue();
		assertThat(this.browser.get(acting, "/console/absences")).bodyText().contains("我代理的", "赵主任", "主管领导");
		assertThat(todayOf(acting)).anyMatch((title) -> title.startsWith("您正在代理“赵主任”的主管领导"));
		assertThat(todayOf(absent)).anyMatch((title) -> title.startsWith("您登记为不在岗"));
		long id = this.jdbc.sql("SELECT id FROM absence").query(Long.class).single();
		assertThat(this.browser.get(acting, "/console/absences/" + id + "/end")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.post(acting, "/console/absences/" + id + "/end", Map.of()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.get(absent, "/console/absences/" + id + "/end")).bodyText().contains("提前结束");
		assertThat(this.browser.post(absent, "/console/absences/" + id + "/end", Map.of()))
			.hasRedirectedUrl("/console/absences");
		assertThat(this.actors.actorOf(deputy, "192.0.2.1").orElseThrow().grants()).isEmpty();
	}

	@Test
	void absenceOfSomebodyElseIsRecordedByWhoeverKeepsThem() {
		PersonId teacher = this.district.person("李老师", this.school);
		String form = "/console/absences/of/" + teacher.value();
		assertThat(this.browser.get(this.schoolOffice, "/console/absences/new?name=李老师")).hasRedirectedUrl(form);
		assertThat(this.browser.get(this.schoolOffice, form)).hasStatusOk();
		Actor foreign = this.district.holding(Role.SCHOOL_ADMINISTRATOR, this.other);
		assertThat(this.browser.get(foreign, "/console/absences/new?name=李老师")).hasRedirectedUrl("/console/absences");
		assertThat(this.browser.get(foreign, form)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.post(foreign, form, Map.of("from", "2999-01-01", "until", "2999-01-02")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.get(this.security, form)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void postIsRecordedCountedAndEnded() {
		Actor clerk = this.district.holding(Role.DISCLOSURE_CLERK, this.commission);
		this.district.person("欧阳春晓", this.school);
		assertThat(this.browser.get(clerk, "/console/posts/new")).hasStatusOk();
		assertThat(this.browser.post(clerk, "/console/posts",
				Map.of("name", "欧阳春晓", "kind", "FULL_TIME", "from", "2014-01-01")))
			.hasRedirectedUrl("/console/posts");
		assertThat(this.browser.get(clerk, "/console/posts?day=2014-12-31")).hasStatusOk()
			.bodyText()
			.contains("2014-12-31：共 1 人，其中全职 1 人，兼职 0 人", "欧阳春晓");
		long id = this.jdbc.sql("SELECT id FROM disclosure_post").query(Long.class).single();
		Actor foreign = this.district.holding(Role.DISCLOSURE_CLERK, this.other);
		assertThat(this.browser.get(foreign, "/console/posts")).bodyText().doesNotContain("欧阳春晓");
		assertThat(this.browser.post(foreign, "/console/posts/" + id + "/end", Map.of("until", "2014-12-30")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.browser.post(clerk, "/console/posts/" + id + "/end", Map.of("until", "2014-12-30")))
			.hasRedirectedUrl("/console/posts");
		assertThat(this.browser.get(clerk, "/console/posts?day=2014-12-31")).bodyText().contains("共 0 人");
	}

	@Test
	void todayTellsOfRolesThatSoonEnd() {
		PersonId person = this.district.person("欧阳春晓", this.school);
		LocalDate day = LocalDate.now(this.clock);
		this.appointments.give(this.security, person, Role.EDITOR, new Term(day, day.plusDays(14)), this.school);
		this.appointments.give(this.security, person, Role.REVIEWER, new Term(day, day.plusDays(15)), this.school);
		assertThat(todayOf(this.actors.actorOf(person, "192.0.2.1").orElseThrow()))
			.containsExactly("您在“永定河小学”的编辑职责将于 " + day.plusDays(14) + " 到期");
		assertThat(todayOf(this.security)).containsExactly("欧阳春晓在“永定河小学”的编辑职责将于 " + day.plusDays(14) + " 到期");
		assertThat(todayOf(this.system)).isEmpty();
	}

	@Test
	void searchFindsUnitsByAPartAndPeopleByTheWholeName() {
		this.district.person("欧阳春晓", this.other);
		assertThat(found(this.system, "定河")).containsExactly("永定河小学");
		assertThat(found(this.system, "欧阳春晓")).containsExactly("欧阳春晓（妙峰山学校）");
		assertThat(found(this.system, "欧阳")).isEmpty();
		assertThat(found(this.schoolOffice, "欧阳春晓")).isEmpty();
		assertThat(found(this.security, "定河")).isEmpty();
	}

	private List<String> todayOf(Actor actor) {
		return this.today.stream()
			.flatMap((source) -> source.entriesFor(actor, LocalDate.now(this.clock)).stream())
			.map((entry) -> entry.title())
			.filter((title) -> title.contains("代理") || title.contains("不在岗") || title.contains("到期"))
			.toList();
	}

	private List<String> found(Actor actor, String words) {
		return this.search.stream()
			.flatMap((source) -> source.find(actor, words).stream())
			.filter((hit) -> Stream.of("单位", "人员").anyMatch((kind) -> kind.equals(hit.kind())))
			.map(SearchSource.Hit::title)
			.toList();
	}

}
