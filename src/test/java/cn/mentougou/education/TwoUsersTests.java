package cn.mentougou.education;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.audit.AuditTrail;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.engines.Engines;
import cn.mentougou.engines.MariaDb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The whole application with a database user that owns no table, with the rights of
 * {@code sql/grants.sql}.
 */
@EngineTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class TwoUsersTests {

	private static final List<String> AUDIT = List.of("audit_entry", "audit_seal", "audit_anchor",
			"audit_verification");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private Audit audit;

	@Autowired
	private AuditTrail trail;

	@Value("${spring.datasource.url}")
	private String url;

	@DynamicPropertySource
	static void twoUsers(DynamicPropertyRegistry registry) {
		Engines engines = Engines.shared();
		EngineProperties.withTwoUsers(engines.mariaDb(), engines.mariaDb().newDatabase())
			.forEach((name, value) -> registry.add(name, () -> value));
	}

	@Test
	void applicationRunsAndRecordsWithTheRightsThatItHas() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			assertThat(connection.getMetaData().getUserName()).startsWith("education_app@");
		}
		this.audit.recordAlone(AuditEntry.done(Actor.system("test"), "test.acted", "thing", 1));
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.jdbc.sql("SELECT COUNT(*) FROM audit_seal").query(Long.class).single() > 0);
		assertThat(this.trail.isOpenToChange()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPDATE %s SET hash = ''", "UPDATE %s SET outcome = outcome", "DELETE FROM %s",
			"DELETE FROM %s WHERE 1 = 0", "TRUNCATE TABLE %s", "DROP TABLE %s", "ALTER TABLE %s ADD COLUMN a INT",
			"RENAME TABLE %1$s TO %1$s_old", "REPLACE INTO %s SELECT * FROM %1$s", "LOCK TABLES %s WRITE",
			"CREATE TRIGGER t BEFORE INSERT ON %s FOR EACH ROW SET NEW.id = 1",
			"GRANT DELETE ON %s TO 'education_app'@'127.0.0.1'" })
	void applicationCanDoNothingToTheAuditButReadAndAdd(String statement) {
		assertThat(AUDIT).allSatisfy((table) -> assertThatExceptionOfType(BadSqlGrammarException.class)
			.isThrownBy(() -> this.jdbc.sql(statement.formatted(table)).update())
			.satisfies((ex) -> assertThat(ex.getSQLException().getErrorCode()).isIn(1142, 1044, 1227)));
	}

	@Test
	void everyTableOfTheSchemaHasItsRights() {
		JdbcClient owner = JdbcClient
			.create(new DriverManagerDataSource(this.url, MariaDb.USER, Engines.shared().mariaDb().password()));
		List<String> tables = owner.sql("""
				SELECT table_name
				FROM information_schema.tables
				WHERE table_schema = DATABASE()
				""").query(String.class).list();
		assertThat(tables).containsAll(AUDIT)
			.allSatisfy((table) -> assertThat(this.jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single())
				.isNotNegative());
		assertThat(tables).hasSameElementsAs(this.jdbc.sql("""
				SELECT DISTINCT table_name
				FROM information_schema.table_privileges
				WHERE table_schema = DATABASE()
				""").query(String.class).list());
	}

}
