package cn.mentougou.education.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.BadSqlGrammarException;

import cn.mentougou.education.office.audit.AuditTrail;
import cn.mentougou.education.office.audit.Verdict;
import cn.mentougou.education.office.audit.Verification;
import cn.mentougou.education.office.doctor.Checkup;
import cn.mentougou.education.office.doctor.Finding;

/** What the doctor looks at in the database. */
@Configuration(proxyBeanMethods = false)
class DatabaseCheckups {

	private static final Duration SKEW = Duration.ofSeconds(5);

	private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

	@Bean
	Database doctorsDatabase(ObjectProvider<DataSource> dataSource, Environment environment) {
		return new Database(dataSource, environment);
	}

	@Bean
	@Order(10)
	Checkup databaseCheckup(Database database) {
		return new DatabaseCheckup("数据库", database, () -> version(database));
	}

	@Bean
	@Order(11)
	Checkup charsetCheckup(Database database) {
		return new DatabaseCheckup("数据库字符集", database, () -> charset(database));
	}

	@Bean
	@Order(12)
	Checkup databaseTimeCheckup(Database database, Clock clock) {
		return new DatabaseCheckup("数据库时间", database, () -> time(database, clock));
	}

	@Bean
	@Order(13)
	Checkup migrationCheckup(Database database) {
		return new DatabaseCheckup("数据库升级", database, () -> migrations(database));
	}

	@Bean
	@Order(14)
	Checkup auditCheckup(Database database, ObjectProvider<AuditTrail> trail, ObjectProvider<Verification> chain) {
		return new DatabaseCheckup("审计", database, () -> audit(trail.getObject(), chain.getObject()));
	}

	private static Finding audit(AuditTrail trail, Verification chain) {
		try {
			if (trail.isOpenToChange()) {
				return Finding.bad("程序使用的数据库用户能改动审计记录。",
						"请建两个数据库用户：spring.flyway.user 拥有表，spring.datasource.username 只有 grants.sql 所列的权限（见 README）。");
			}
			Optional<Verdict> last = chain.last();
			if (last.isEmpty()) {
				return Finding.good("改不动审计记录；审计链还没有核对过，程序启动后会自动核对。");
			}
			return last.get().ok() ? Finding.good("改不动审计记录。" + last.get().sentence())
					: Finding.bad(last.get().sentence(), "请运行 verify-audit 查看现状。");
		}
		catch (BadSqlGrammarException ex) {
			return Finding.bad("还没有审计表，或没有读它的权限。", "正常启动一次程序，它会自己建表和授权。");
		}
	}

	private static Finding version(Database database) {
		String version = database.one("SELECT VERSION()");
		boolean isMariaDb = version.contains("MariaDB");
		String name = (isMariaDb ? "MariaDB " : "MySQL ") + version.replaceAll("-.*", "");
		Matcher number = VERSION.matcher(version);
		boolean isSupported = number.matches() && Integer.parseInt(number.group(1)) >= (isMariaDb ? 11 : 8);
		return isSupported ? Finding.good("连得上，版本 " + name + "。")
				: Finding.bad("版本 " + name + " 不受支持。", "请换成 MySQL 8 或 MariaDB 11.4 及以上版本。");
	}

	private static Finding charset(Database database) {
		String charset = database.one("SELECT @@character_set_database");
		String collation = database.one("SELECT @@collation_database");
		if (!charset.equals("utf8mb4")) {
			return Finding.bad("数据库的字符集是 " + charset + "，存不下全部汉字和表情。",
					"请执行 ALTER DATABASE … CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci。");
		}
		List<String> others = database.jdbc().sql("""
				SELECT table_name
				FROM information_schema.tables
				WHERE table_schema = DATABASE()
				AND table_type = 'BASE TABLE'
				AND table_name <> 'flyway_schema_history'
				AND table_collation <> 'utf8mb4_unicode_ci'
				""").query(String.class).list();
		return others.isEmpty() ? Finding.good(charset + "，排序规则 " + collation + "。")
				: Finding.bad("这些表的排序规则不是 utf8mb4_unicode_ci：" + String.join("、", others) + "。",
						"请执行 ALTER TABLE … CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci。");
	}

	private static Finding time(Database database, Clock clock) {
		String zone = database.one("SELECT @@session.time_zone");
		if (!zone.equals("+08:00")) {
			return Finding.bad("连接的时区是 " + zone + "，应为 +08:00。",
					"请不要在 spring.datasource.url 里另写 connectionTimeZone 或 serverTimezone。");
		}
		String seconds = database.one("SELECT CAST(UNIX_TIMESTAMP(NOW(3)) AS CHAR)");
		Instant theirs = Instant.ofEpochMilli((long) (Double.parseDouble(seconds) * 1000));
		Duration skew = Duration.between(theirs, clock.instant()).abs();
		return (skew.compareTo(SKEW) <= 0) ? Finding.good("连接的时区 +08:00，与本机相差不到 " + SKEW.toSeconds() + " 秒。")
				: Finding.bad("数据库与本机的时钟相差 " + skew.toSeconds() + " 秒。", "请在两台机器上都启用网络对时（NTP）。");
	}

	private static Finding migrations(Database database) {
		MigrationInfoService info = Flyway.configure()
			.dataSource(database.dataSource())
			.locations("classpath:db/migration")
			.load()
			.info();
		int pending = info.pending().length;
		if (pending > 0) {
			return Finding.bad("还有 " + pending + " 个升级脚本没有执行。", "正常启动一次程序，它会自己执行。");
		}
		boolean isBroken = List.of(info.all())
			.stream()
			.anyMatch((one) -> one.getState().isFailed() || !one.isChecksumMatching());
		return isBroken ? Finding.bad("有升级脚本执行失败，或执行后被改过。", "请看 flyway_schema_history 表，不要手工改表；联系开发人员。")
				: Finding.good("已是最新，共 " + info.applied().length + " 个。");
	}

	/** A look at the database that says so when there is none. */
	private record DatabaseCheckup(String name, Database database, Supplier<Finding> look) implements Checkup {

		@Override
		public Finding check() {
			return this.database.trouble().orElseGet(this.look);
		}

	}

}
