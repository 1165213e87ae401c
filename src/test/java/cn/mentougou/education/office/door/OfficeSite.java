package cn.mentougou.education.office.door;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import cn.mentougou.education.EngineTest;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.credential.Totp;
import cn.mentougou.education.office.review.SampleWork;
import cn.mentougou.education.office.signin.SecondFactors;
import cn.mentougou.education.office.signin.SignIns;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.template.TemplatePurpose;
import cn.mentougou.engines.Engines;
import cn.mentougou.engines.MariaDb;
import cn.mentougou.faultproxy.Behaviour;
import cn.mentougou.faultproxy.FaultProxy;

/**
 * The whole application with its console, a clock that tests move, and lines to MariaDB
 * and Redis that tests can spoil. All tests below it share one context.
 */
@EngineTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1" })
@Import(OfficeSite.Movable.class)
public abstract class OfficeSite {

	/** The password of everybody made here. */
	public static final String PASSWORD = "lantern-moss-47-quiet";

	protected static final FaultProxy database = FaultProxy.to(Engines.shared().mariaDb().port());

	protected static final FaultProxy redis = FaultProxy.to(Engines.shared().redis().port());

	private static final Actor SETUP = Actor.system("test");

	private static final AtomicInteger COUNTER = new AtomicInteger();

	@Autowired
	protected MovableClock clock;

	@Autowired
	protected District district;

	@Autowired
	protected SignIns signIns;

	@Autowired
	protected SecondFactors factors;

	@Autowired
	protected JdbcClient jdbc;

	@Value("${local.server.port}")
	protected int port;

	@DynamicPropertySource
	static void lines(DynamicPropertyRegistry registry) {
		String name = Engines.shared().mariaDb().newDatabase();
		registry.add("spring.datasource.url", () -> "jdbc:mysql://127.0.0.1:" + database.port() + "/" + name);
		registry.add("spring.datasource.username", () -> MariaDb.USER);
		registry.add("spring.datasource.password", Engines.shared().mariaDb()::password);
		registry.add("spring.data.redis.port", redis::port);
	}

	@AfterEach
	void repair() {
		List.of(database, redis).forEach((line) -> line.behave(Behaviour.PASS));
	}

	/** A browser at an address of its own. */
	protected Browser browser() {
		int number = COUNTER.incrementAndGet();
		return new Browser("http://127.0.0.1:" + this.port).with("X-Forwarded-For",
				"198.51." + number / 250 + "." + (1 + number % 250));
	}

	/** Somebody with this role for the commission, a sign-in and a second factor. */
	protected Colleague colleague(Role role) {
		String username = "u" + UUID.randomUUID().toString().substring(0, 8);
		PersonId person = this.district.person("王小明", this.district.commission());
		if (role != Role.TEACHER) {
			this.district.give(person, role, this.district.commission());
		}
		this.signIns.create(SETUP, person, username, PASSWORD);
		Totp totp = Totp.fresh();
		this.factors.preset(SETUP, person, totp);
		return new Colleague(person, username, totp);
	}

	/** A code that was not used yet. */
	protected String code(Colleague colleague) {
		this.clock.advance(Duration.ofSeconds(60));
		return colleague.totp().codeAt(this.clock.instant());
	}

	/** Signs in and stands on the first page. */
	protected Browser signedIn(Colleague colleague) {
		Browser browser = browser();
		browser.open("/console/sign-in");
		browser.submit("/console/sign-in", "username", colleague.username(), "password", PASSWORD);
		browser.open("/console/sign-in/code");
		browser.submit("/console/sign-in/code", "code", code(colleague));
		browser.open("/console");
		return browser;
	}

	/** The audit of a person, newest first: action, outcome, details. */
	protected List<String> audit(PersonId person) {
		return this.jdbc.sql("""
				SELECT CONCAT_WS(' ', action, outcome, REPLACE(details, '\n', ' '))
				FROM audit_entry
				WHERE object_kind = 'person' AND object_id = ?
				ORDER BY id DESC
				""").param(String.valueOf(person.value())).query(String.class).list();
	}

	/**
	 * Somebody with a sign-in.
	 *
	 * @param person who
	 * @param username the name that is typed
	 * @param totp what the telephone holds
	 */
	protected record Colleague(PersonId person, String username, Totp totp) {
	}

	/** The clock, and people. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Movable {

		@Bean
		@Primary
		MovableClock movableClock() {
			return new MovableClock(Instant.parse("2026-05-20T01:00:00Z"));
		}

		@Bean
		SampleWork sampleWork() {
			return new SampleWork();
		}

		@Bean
		TemplatePurpose sampleNotice() {
			return new TemplatePurpose("sample-notice", "测试通知", "测试时发送", Map.of("class", "班级", "title", "标题"));
		}

		@Bean
		District district(Units units, People people, Appointments appointments) {
			return new District(units, people, appointments);
		}

	}

}
