package cn.mentougou.education.office;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.office.PagesConfiguration.Browser;
import cn.mentougou.education.office.console.ConsolePages;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds, deletions, the register of processing and the incidents in the console. */
@PageTest
class PersonalDataPagesTests {

	private static final List<String> PAGES = List.of("/console/retention", "/console/deletions", "/console/processing",
			"/console/incidents");

	@Autowired
	private Browser browser;

	@Autowired
	private District district;

	@Autowired
	private List<TodaySource> sources;

	@Autowired
	private ConsolePages pages;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private UnitId commission;

	private Actor security;

	private Actor audit;

	@BeforeEach
	void district() {
		this.commission = this.district.commission();
		this.security = this.district.holding(Role.SECURITY_ADMINISTRATOR, this.commission);
		this.audit = this.district.holding(Role.AUDIT_ADMINISTRATOR, this.commission);
	}

	@Test
	void securityWritesAuditReadsAndNobodyElseSeesThem() {
		Actor editor = this.district.holding(Role.EDITOR, this.commission);
		for (String page : PAGES) {
			assertThat(this.browser.get(this.security, page)).as(page).hasStatusOk();
			assertThat(this.browser.get(this.audit, page)).as(page).hasStatusOk();
			assertThat(this.pages.mayOpen(this.audit, page)).as(page).isTrue();
			assertThat(this.pages.mayOpen(editor, page)).as(page).isFalse();
		}
		for (String page : List.of("/console/retention/holds/new", "/console/retention/holds/1/lift",
				"/console/processing/new", "/console/processing/1/end", "/console/incidents/new")) {
			assertThat(this.browser.get(this.audit, page)).as(page).hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(this.browser.post(this.audit, "/console/retention/holds",
				Map.of("register", "wechat.inbox", "reason", "等待检查组")))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.browser.post(this.audit, "/console/processing/0", activity())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.browser.post(this.audit, "/console/incidents/0", incident())).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(rows("data_hold") + rows("data_incident")).isZero();
	}

	@Test
	void holdIsPlacedSeenMaskedAndLifted() {
		assertThat(this.browser.post(this.security, "/console/retention/holds",
				Map.of("register", "", "person", "电话 138", "reason", "投诉正在调查")))
			.hasStatusOk()
			.bodyText()
			.contains("请填写要保留的人", "value=\"电话 138\"");
		assertThat(this.browser.post(this.security, "/console/retention/holds",
				Map.of("register", "wechat.inbox", "person", "phone:13812345678", "reason", "投诉正在调查")))
			.bodyText()
			.contains("两者只填一个");
		assertThat(this.browser.post(this.security, "/console/retention/holds",
				Map.of("register", "", "person", "phone:138 1234 5678", "reason", "投诉正在调查")))
			.hasRedirectedUrl("/console/retention");
		assertThat(this.browser.post(this.security, "/console/retention/holds",
				Map.of("register", "wechat.inbox", "person", "", "reason", "等待检查组")))
			.hasRedirectedUrl("/console/retention");
		assertThat(this.browser.get(this.audit, "/console/retention")).bodyText()
			.contains("电话 138****5678", "投诉正在调查", "收到的微信消息", "（正在保留）", "人员登记", "30 天")
			.doesNotContain("13812345678", "增加保留");
		long id = this.jdbc.sql("SELECT MIN(id) FROM data_hold").query(Long.class).single();
		String lift = "/console/retention/holds/" + id + "/lift";
		assertThat(this.browser.get(this.security, lift)).bodyText().contains("解除第 " + id + " 号保留？");
		assertThat(this.browser.post(this.security, lift, Map.of())).hasRedirectedUrl("/console/retention");
		assertThat(this.browser.post(this.security, lift, Map.of())).hasStatus(HttpStatus.CONFLICT);
		assertThat(audited()).containsExactly("retention.hold-placed", "retention.hold-placed",
				"retention.hold-lifted");
	}

	@Test
	void deletionsAreListedAndExported() {
		this.jdbc.sql("""
				INSERT INTO deletion_record (register, rule, started_at, ended_at, erased_rows, kept_rows, kept_because)
				VALUES ('wechat.inbox', 'content', ?, ?, 42, 0, ''), ('staff.people', 'request', ?, ?, 1, 1, '还在岗')
				""")
			.params(this.clock.instant(), this.clock.instant(), this.clock.instant(), this.clock.instant())
			.update();
		assertThat(this.browser.get(this.audit, "/console/deletions")).bodyText()
			.contains("收到的微信消息", "到期：消息内容和自动回复", "42", "本人要求", "1：还在岗");
		assertThat(this.browser.get(this.audit, "/console/deletions/export")).hasStatusOk()
			.bodyText()
			.contains("登记簿,依据,开始,结束,删除行数,保留行数,保留原因", "人员登记,本人要求");
	}

	@Test
	void activityIsAddedChangedByOneAtATimeAndEnded() {
		assertThat(this.browser.get(this.security, "/console/processing")).bodyText()
			.contains("公众号消息收发", "工作台登录和操作审计", "还没有");
		assertThat(this.browser.post(this.security, "/console/processing/0", Map.of("name", "", "purpose", "<b>")))
			.hasStatusOk()
			.bodyText()
			.contains("请填写，不能为空", "&lt;b&gt;");
		assertThat(this.browser.post(this.security, "/console/processing/0", activity()))
			.hasRedirectedUrl("/console/processing");
		long id = this.jdbc.sql("SELECT MAX(id) FROM processing_activity").query(Long.class).single();
		String page = "/console/processing/" + id;
		assertThat(this.browser.get(this.security, page)).bodyText().contains("暑期报名", "name=\"version\" value=\"1\"");
		assertThat(this.browser.get(this.audit, page)).bodyText().contains("暑期报名").doesNotContain("<textarea");
		Map<String, String> changed = activity();
		changed.put("version", "1");
		changed.put("assessedOn", LocalDate.now(this.clock).plusDays(1).toString());
		changed.put("assessment", "可以");
		assertThat(this.browser.post(this.security, page, changed)).bodyText().contains("不能晚于今天");
		changed.put("assessedOn", LocalDate.now(this.clock).toString());
		this.district.person("王负责", this.commission);
		changed.put("inCharge", "王负责");
		assertThat(this.browser.post(this.security, page, changed)).hasRedirectedUrl("/console/processing");
		assertThat(this.browser.post(this.security, page, changed)).bodyText().contains("别人修改或结束了");
		assertThat(this.browser.get(this.audit, page)).bodyText().contains("王负责", "：可以");
		assertThat(this.browser.get(this.security, page + "/end")).bodyText().contains("不再进行“暑期报名”？");
		assertThat(this.browser.post(this.security, page + "/end", Map.of())).hasRedirectedUrl("/console/processing");
		assertThat(this.browser.get(this.security, page)).bodyText().contains("结束日期").doesNotContain("<textarea");
		assertThat(this.browser.get(this.security, "/console/processing/99999")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(audited()).contains("processing.activity-added", "processing.activity-changed",
				"processing.activity-ended");
	}

	@Test
	void yearlyAuditOfMinorsDataStandsOnToday() {
		LocalDate today = LocalDate.of(2026, 11, 25).plusYears(1);
		assertThat(today(today.minusDays(31))).noneMatch((entry) -> entry.title().contains("年度审计"));
		assertThat(today(today.minusDays(30))).filteredOn((entry) -> entry.title().contains("年度审计"))
			.singleElement()
			.satisfies((entry) -> {
				assertThat(entry.kind()).isEqualTo(TodayEntry.Kind.DUE);
				assertThat(entry.dueOn()).isEqualTo(today);
			});
		assertThat(today(today.plusDays(1))).anyMatch((entry) -> entry.kind() == TodayEntry.Kind.OVERDUE);
		assertThat(today(today)).anyMatch((entry) -> entry.title().contains("影响评估"));
		assertThat(this.sources.stream().flatMap((source) -> source.entriesFor(this.audit, today).stream()))
			.noneMatch((entry) -> entry.href().startsWith("/console/processing"));
	}

	@Test
	void incidentWaitsUntilEverybodyWasToldAndIsThenClosed() {
		Map<String, String> told = incident();
		assertThat(this.browser.post(this.security, "/console/incidents/0", Map.of("people", "-1"))).hasStatusOk()
			.bodyText()
			.contains("请填写或选择", "people-error");
		assertThat(this.browser.post(this.security, "/console/incidents/0", told))
			.hasRedirectedUrl("/console/incidents");
		long id = this.jdbc.sql("SELECT MAX(id) FROM data_incident").query(Long.class).single();
		String page = "/console/incidents/" + id;
		assertThat(this.browser.get(this.security, "/console/incidents")).bodyText().contains("还没有通知完，已过去");
		assertThat(today(LocalDate.now(this.clock))).anyMatch((entry) -> entry.kind() == TodayEntry.Kind.ALARM
				&& entry.href().equals(page) && entry.title().contains("小时"));
		assertThat(this.browser.post(this.security, page + "/close", Map.of())).hasRedirectedUrl(page);
		told.put("version", "1");
		told.put("authority", "区委网信办");
		assertThat(this.browser.post(this.security, page, told)).bodyText().contains("通知时间要一起填写");
		told.put("authorityToldAt", "2026-11-20T11:00");
		told.put("peopleNotToldBecause", "名单已收回，没有人看过");
		assertThat(this.browser.post(this.security, page, told)).hasRedirectedUrl("/console/incidents");
		assertThat(this.browser.post(this.security, page, told)).bodyText().contains("别人修改或关闭了");
		assertThat(this.browser.get(this.security, page + "/close")).bodyText().contains("关闭第 " + id + " 号事件？");
		assertThat(this.browser.post(this.security, page + "/close", Map.of())).hasRedirectedUrl("/console/incidents");
		assertThat(this.browser.get(this.security, page)).bodyText()
			.contains("已关闭", "2026-11-20 11:00 区委网信办", "名单发错了群")
			.doesNotContain("<textarea");
		assertThat(this.jdbc.sql("SELECT HEX(what) FROM data_incident WHERE id = ?")
			.param(id)
			.query(String.class)
			.single()).startsWith("0201");
		assertThat(audited()).containsExactly("incident.recorded", "incident.changed", "incident.closed");
	}

	private List<TodayEntry> today(LocalDate today) {
		return this.sources.stream().flatMap((source) -> source.entriesFor(this.security, today).stream()).toList();
	}

	private static Map<String, String> activity() {
		return new HashMap<>(Map.of("name", "暑期报名", "purpose", "登记报名", "legalBasis", "本人同意", "categories", "姓名",
				"aboutMinors", "true", "retention", "一年", "version", "0"));
	}

	private static Map<String, String> incident() {
		return new HashMap<>(Map.of("happenedAt", "2026-11-20T09:00", "knownAt", "2026-11-20T10:00", "what", "名单发错了群",
				"categories", "姓名、电话", "people", "30", "aboutMinors", "true", "measures", "已撤回", "version", "0"));
	}

	private List<String> audited() {
		return this.jdbc.sql("""
				SELECT action
				FROM audit_entry
				WHERE action LIKE 'retention.%' OR action LIKE 'processing.%' OR action LIKE 'incident.%'
				ORDER BY id
				""").query(String.class).list();
	}

	private int rows(String table) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
	}

}
