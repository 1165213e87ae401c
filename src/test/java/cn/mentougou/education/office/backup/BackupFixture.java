package cn.mentougou.education.office.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

import cn.mentougou.education.EngineTest;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.audit.Verification;
import cn.mentougou.education.office.command.Command;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.Actor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What tests of dump and restore work with: commands, a filled database, its checksums.
 */
@EngineTest
@SpringBootTest(classes = BackupFixture.BackupApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = "education.job.enabled=false")
abstract class BackupFixture {

	@TempDir
	static Path attachments;

	@TempDir
	protected Path folder;

	@Autowired
	protected List<Command> commands;

	@Autowired
	protected OwnerDatabase database;

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	protected DataSource dataSource;

	@Autowired
	protected Audit audit;

	@Autowired
	protected Verification verification;

	@Autowired
	protected List<Job> jobs;

	@Autowired
	protected Vault vault;

	@Autowired
	protected LookupIndex index;

	@Autowired
	protected Environment environment;

	protected Path backup;

	protected String said = "";

	@DynamicPropertySource
	static void attachments(DynamicPropertyRegistry registry) {
		registry.add("education.attachment.directory", attachments::toString);
	}

	@BeforeEach
	void fill() throws IOException {
		this.backup = this.folder.resolve("2026-11-25");
		for (int i = 0; i < 1200; i++) {
			byte[] key = this.index.of("test", "message " + i);
			this.jdbc.sql("""
					INSERT INTO dead_letter (message_key, app_id, kind, reason, content, state, attempts, received_at,
						correlation_id)
					VALUES (?, 'wx1', 'text', ?, ?, 'OPEN', 1, '2026-11-25 10:00:00', 'c')
					""").param(key).param("坏\n了 \\ \" \u2028 😀 " + i).param(this.vault.seal("保密" + i, "x")).update();
		}
		this.jdbc.sql("DELETE FROM dead_letter WHERE id > 1190").update();
		for (int i = 0; i < 30; i++) {
			this.audit.recordAlone(AuditEntry.done(Actor.system("test"), "test.acted", "thing", i));
		}
		seal();
		Files.createDirectories(attachments.resolve("ab"));
		Files.writeString(attachments.resolve("ab/abcd"), "密文");
		Files.writeString(attachments.resolve("ab/ef01"), "另一个");
	}

	@AfterEach
	void wipe() throws SQLException, IOException {
		try (Connection connection = this.database.connect()) {
			connection.createStatement().execute("SET foreign_key_checks = 0");
			for (Table table : Schema.tables(connection)) {
				connection.createStatement().execute("DROP TABLE " + Table.quoted(table.name()));
			}
			connection.createStatement().execute("DROP TABLE IF EXISTS " + Schema.HISTORY);
		}
		this.database.migrate();
		FileSystemUtils.deleteRecursively(attachments);
		Files.createDirectories(attachments);
	}

	protected void seal() {
		this.jobs.stream().filter((job) -> job.name().equals("audit-seal")).forEach((job) -> job.work().run());
	}

	protected int run(String command, String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int status = this.commands.stream()
			.filter((one) -> one.name().equals(command))
			.findFirst()
			.orElseThrow()
			.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
		this.said = out.toString(StandardCharsets.UTF_8);
		return status;
	}

	/** What each table holds, by the server's own sums. */
	protected Map<String, String> checksums() {
		Map<String, String> checksums = new TreeMap<>();
		this.jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
			.query(String.class)
			.list()
			.stream()
			.filter((table) -> !table.equals(Schema.HISTORY))
			.forEach((table) -> checksums.put(table,
					String.valueOf(this.jdbc.sql("CHECKSUM TABLE " + table).query().singleRow().get("Checksum"))));
		return checksums;
	}

	protected Map<String, String> backUp() {
		Map<String, String> before = checksums();
		assertThat(run("backup", this.backup.toString())).as(this.said).isZero();
		return before;
	}

	protected long rows(String table) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
	}

	@EnableAutoConfiguration
	@AutoConfigurationPackage(basePackages = "cn.mentougou.education.office.audit")
	@ComponentScan(
			basePackages = { "cn.mentougou.education.office.audit", "cn.mentougou.education.office.privacy",
					"cn.mentougou.education.office.backup" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Tests|Fixture).*"))
	static class BackupApplication {

		@Bean
		MovableClock clock() {
			return new MovableClock(Instant.parse("2026-11-25T02:00:00Z"));
		}

	}

}
