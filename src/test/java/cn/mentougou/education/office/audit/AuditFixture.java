package cn.mentougou.education.office.audit;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.EngineTest;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.shared.Actor;

/** The audit alone on the real database, empty before each test. */
@EngineTest
@SpringBootTest(classes = AuditFixture.AuditApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = "education.job.enabled=false")
abstract class AuditFixture {

	static final Actor SECURITY = new Actor(Actor.Kind.STAFF, 12, "名字不记", List.of(), "203.0.113.7");

	@Autowired
	Audit audit;

	@Autowired
	AuditMapper entries;

	@Autowired
	SealMapper seals;

	@Autowired
	Sealer sealer;

	@Autowired
	Verification verification;

	@Autowired
	AuditWatch watch;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	MovableClock clock;

	@BeforeEach
	void empty() {
		for (String table : List.of("audit_entry", "audit_seal", "audit_anchor", "audit_verification")) {
			this.jdbc.sql("TRUNCATE TABLE " + table).update();
		}
	}

	void acts(int count) {
		for (int i = 0; i < count; i++) {
			this.audit
				.recordAlone(AuditEntry.done(SECURITY, "staff.role-granted", "person", 100 + i).with("role", "EDITOR"));
		}
	}

	long seals() {
		return this.jdbc.sql("SELECT COUNT(*) FROM audit_seal").query(Long.class).single();
	}

	@EnableAutoConfiguration
	@AutoConfigurationPackage(basePackages = "cn.mentougou.education.office.audit")
	@ComponentScan(basePackages = "cn.mentougou.education.office.audit",
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Tests|Fixture).*"))
	static class AuditApplication {

		@Bean
		MovableClock clock() {
			return new MovableClock(Instant.parse("2026-11-25T02:00:00Z"));
		}

	}

}
