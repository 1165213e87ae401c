package cn.mentougou.education.office.oversight;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.EngineTest;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.audit.ActorNames;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.console.ConsoleActor;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
@SpringBootTest(classes = OversightTests.OversightApplication.class, properties = "education.job.enabled=false")
class OversightTests {

	private static final Actor SECURITY = new Actor(Actor.Kind.STAFF, 12, "赵安全", List.of(), "203.0.113.7");

	private static final Actor AUDITOR = actor(13, Role.AUDIT_ADMINISTRATOR);

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Audit audit;

	@Autowired
	private List<Job> jobs;

	@Autowired
	private TodaySource alarm;

	@Autowired
	private VerifyAuditCommand command;

	private MockMvcTester mvc;

	private static Actor actor(long id, Role role) {
		UnitId unit = new UnitId(1);
		return new Actor(Actor.Kind.STAFF, id, "孙审计", List.of(new Grant(role, unit, Set.of(unit), null)),
				"203.0.113.9");
	}

	@BeforeEach
	void acts() {
		this.mvc = MockMvcTester.from(this.context);
		for (String table : List.of("audit_entry", "audit_seal", "audit_anchor", "audit_verification")) {
			this.jdbc.sql("TRUNCATE TABLE " + table).update();
		}
		this.audit.recordAlone(AuditEntry.done(SECURITY, "staff.role-given", "person", 99).with("role", "EDITOR"));
		this.audit.recordAlone(AuditEntry.refused(SECURITY, "nobody.explained-this", "thing", "x-1"));
		this.audit.recordAlone(AuditEntry.done(Actor.system("job:inbox-erasure"), "backup.made", "database", "all"));
		run("audit-seal");
	}

	private void run(String job) {
		this.jobs.stream().filter((one) -> one.name().equals(job)).forEach((one) -> one.work().run());
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).requestAttr(ConsoleActor.ATTRIBUTE, AUDITOR).exchange();
	}

	private String page(String path) throws Exception {
		MvcTestResult result = get(path);
		assertThat(result).hasStatusOk();
		return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

	private String say(int status, String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		assertThat(this.command.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8)))
			.isEqualTo(status);
		return out.toString(StandardCharsets.UTF_8);
	}

	@Test
	void actsAreReadInChineseNewestFirst() throws Exception {
		assertThat(page("/console/audit")).containsSubsequence("系统", "备份", "数据库 all", "job:inbox-erasure", "第 3 条",
				"赵安全（12 号）", "nobody.explained-this", "thing x-1", "被拒绝", "赵安全（12 号）", "给予岗位", "岗位：编辑", "99 号人员", "已完成",
				"203.0.113.7", "第 1 条");
	}

	@Test
	void lookIsItselfRecordedWithWhatWasLookedFor() throws Exception {
		page("/console/audit?person=12&from=2026-11-25");
		assertThat(this.jdbc.sql("SELECT CONCAT(actor_id, action, details) FROM audit_entry ORDER BY id DESC LIMIT 1")
			.query(String.class)
			.single()).isEqualTo("13audit.lookedfrom=2026-11-25\nperson=12");
		page("/console/audit/export.jsonl?outcome=REFUSED");
		assertThat(this.jdbc.sql("SELECT CONCAT(action, details) FROM audit_entry ORDER BY id DESC LIMIT 1")
			.query(String.class)
			.single()).isEqualTo("audit.exportedformat=jsonl\noutcome=REFUSED");
	}

	@Test
	void filtersNarrowTheList() throws Exception {
		assertThat(page("/console/audit?outcome=REFUSED")).contains("thing x-1").doesNotContain("数据库 all");
		assertThat(page("/console/audit?action=backup.made")).contains("数据库 all").doesNotContain("thing x-1");
		assertThat(page("/console/audit?objectKind=person&objectId=99")).contains("99 号人员").doesNotContain("thing x-1");
		assertThat(page("/console/audit?cameFrom=203.0.113.7")).contains("thing x-1").doesNotContain("数据库 all");
		assertThat(page("/console/audit?from=2026-11-25&until=2026-11-25")).contains("thing x-1");
		assertThat(page("/console/audit?until=2026-11-24")).contains("没有符合条件的记录");
	}

	@ParameterizedTest
	@ValueSource(strings = { "person=x' OR '1'='1", "from=25.11.2026", "from=+999999999-01-01", "action=张三",
			"cameFrom=%00", "objectId=<script>alert(1)</script>\n", "person=99999999999999999999" })
	void filterThatCannotBeReadIsAnsweredWithSentence(String filter) throws Exception {
		String encoded = filter.replace(" ", "%20")
			.replace("<", "%3C")
			.replace(">", "%3E")
			.replace("\n", "%0A")
			.replace("+", "%2B");
		assertThat(page("/console/audit?" + encoded)).doesNotContain("<script>alert").containsAnyOf("筛选条件有误", "没有符合条件");
		assertThat(get("/console/audit?after=%22%27&" + encoded)).hasStatusOk();
	}

	@Test
	void longListGoesOnBehindItsKey() throws Exception {
		for (int i = 0; i < 60; i++) {
			this.audit.recordAlone(AuditEntry.done(SECURITY, "unit.renamed", "unit", "n" + i));
		}
		String first = page("/console/audit?action=unit.renamed");
		assertThat(first).contains("单位 n59", "单位 n10").doesNotContain("单位 n9<");
		String next = first.replaceFirst("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
		assertThat(next).contains("action=unit.renamed");
		assertThat(page(next)).contains("单位 n9<", "单位 n0<").doesNotContain("单位 n10<");
	}

	/** Calculated as the README says it, by nothing of the application. */
	@Test
	void exportCanBeVerifiedOutside() throws Exception {
		String lines = page("/console/audit/export.jsonl");
		List<JsonNode> acts = lines.lines().map((line) -> JsonMapper.shared().readTree(line)).toList();
		// The export itself was recorded a moment ago and has no seal yet.
		assertThat(acts).hasSize(4);
		assertThat(acts.get(0).has("hash")).isFalse();
		for (JsonNode act : acts.subList(1, 4)) {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(HexFormat.of().parseHex(act.get("previous").asString()));
			for (Map.Entry<String, JsonNode> column : act.properties()) {
				if (!List.of("previous", "hash").contains(column.getKey())) {
					byte[] text = column.getValue().asString().getBytes(StandardCharsets.UTF_8);
					digest.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
					digest.update(text);
				}
			}
			assertThat(act.get("hash").asString()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
		}
		assertThat(acts.get(1).get("previous")).isEqualTo(acts.get(2).get("hash"));
	}

	@Test
	void spreadsheetHasWhatPeopleReadAndWhatProves() throws Exception {
		String csv = page("/console/audit/export.csv?person=12");
		assertThat(csv).contains("编号,时间,主体", "给予岗位,staff.role-given,person,99,DONE,role=EDITOR,1,")
			.doesNotContain("backup.made", "赵安全");
		assertThat(get("/console/audit/export.csv?person=x")).hasStatus(400);
	}

	@Test
	void buttonVerifiesTheWholeChain() {
		assertThat(verify()).hasStatus3xxRedirection().flash().containsEntry("done", "审计链完整，已核对到第 3 条。");
		this.jdbc.sql("UPDATE audit_entry SET actor_id = 14 WHERE id = 2").update();
		assertThat(verify()).flash()
			.hasEntrySatisfying("problem", (said) -> assertThat(said).asString().contains("第 2 处"));
		assertThat(
				this.jdbc.sql("SELECT details FROM audit_entry ORDER BY id DESC LIMIT 1").query(String.class).single())
			.contains("found=CHANGED");
	}

	private MvcTestResult verify() {
		return this.mvc.method(HttpMethod.POST)
			.uri("/console/audit/verify")
			.requestAttr(ConsoleActor.ATTRIBUTE, AUDITOR)
			.exchange();
	}

	@Test
	void brokenChainAlarmsTheTwoAdministratorsWhoCanAct() throws Exception {
		LocalDate today = LocalDate.of(2026, 11, 25);
		run("audit-watch");
		assertThat(this.alarm.entriesFor(AUDITOR, today)).isEmpty();
		assertThat(page("/console/audit/anchors")).contains("2026-11-25", ">3<");
		this.jdbc.sql("DELETE FROM audit_entry WHERE id = 2").update();
		this.jdbc.sql("DELETE FROM audit_anchor").update();
		run("audit-watch");
		assertThat(this.alarm.entriesFor(AUDITOR, today)).singleElement()
			.satisfies((entry) -> assertThat(entry.title()).contains("第 2 处的记录 2 被删除"));
		assertThat(this.alarm.entriesFor(actor(1, Role.SYSTEM_ADMINISTRATOR), today)).singleElement()
			.satisfies((entry) -> assertThat(entry.href()).doesNotContain("audit?").startsWith("/console/jobs"));
		assertThat(this.alarm.entriesFor(actor(1, Role.EDITOR), today)).isEmpty();
		assertThat(page("/console/audit")).contains("第 2 处的记录 2 被删除");
	}

	@Test
	void commandEndsWithStatusThatSaysWhatItFound() {
		assertThat(say(0)).contains("✔ 审计链完整", "链尾：第 3 条，");
		assertThat(say(1, "3", "ab".repeat(32))).contains("✘ 审计链第 3 处与定锚不符");
		assertThat(say(1, "4", "ab".repeat(32))).contains("尾部被删除");
		assertThat(say(2, "3")).contains("用法");
		assertThat(say(2, "3", "xyz")).contains("用法");
		this.jdbc.sql("UPDATE audit_entry SET outcome = 'DONE' WHERE id = 2").update();
		assertThat(say(1)).contains("✘ 审计链第 2 处（记录 2）被改动或调换过");
	}

	@Test
	void lookThatCannotBeRecordedIsRefused() {
		this.jdbc.sql("""
				CREATE TRIGGER disk_full BEFORE INSERT ON audit_entry FOR EACH ROW
				SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1021, MESSAGE_TEXT = 'Disk full'
				""").update();
		try {
			assertThat(get("/console/audit")).hasStatus(503);
			assertThat(get("/console/audit/export.csv")).hasStatus(503);
		}
		finally {
			this.jdbc.sql("DROP TRIGGER disk_full").update();
		}
	}

	@EnableAutoConfiguration(excludeName = {
			"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration" })
	@AutoConfigurationPackage(basePackages = "cn.mentougou.education.office.audit")
	@ComponentScan(
			basePackages = { "cn.mentougou.education.office.audit", "cn.mentougou.education.office.oversight",
					"cn.mentougou.education.office.console", "cn.mentougou.education.office.refusal" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = ".*(Tests|Fixture|ConsoleSite|SampleDesk).*"))
	@Import(Platform.class)
	static class OversightApplication {

		@Bean
		Clock clock() {
			return new MovableClock(Instant.parse("2026-11-25T02:00:00Z"));
		}

		@Bean
		ActorNames names() {
			return (ids) -> ids.contains(12L) ? Map.of(12L, "赵安全") : Map.of();
		}

	}

	/** Hidden in a package that nobody imports. */
	static class Platform implements ImportSelector {

		@Override
		public String[] selectImports(AnnotationMetadata importing) {
			return new String[] { "cn.mentougou.education.platform.WebConfiguration" };
		}

	}

}
