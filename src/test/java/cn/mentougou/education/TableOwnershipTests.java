package cn.mentougou.education;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableOwnershipTests {

	private static final String SAMPLE = """
			CREATE TABLE inbox_message (
				id BIGINT NOT NULL,
				PRIMARY KEY (id)
			) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
			""";

	private static Tables tables() throws IOException {
		Tables tables = new Tables();
		for (Path file : Sources.files(Path.of("sql"), ".sql")) {
			if (file.endsWith("grants.sql")) {
				continue;
			}
			tables.read(file.getFileName().toString(), Sources.text(file));
		}
		return tables;
	}

	@Test
	void migrationsRunOnBothDatabases() throws IOException {
		assertThat(tables().faults()).isEmpty();
		assertThat(tables().owners()).isNotEmpty();
	}

	@Test
	void everyTableIsNamedByItsModuleAlone() throws IOException {
		Tables tables = tables();
		Map<String, Object> foreign = new TreeMap<>();
		for (Path file : Sources.files(Path.of("src/main/java"), ".java")) {
			String module = file.getParent().getFileName().toString();
			if (!tables.foreignIn(module, Sources.text(file)).isEmpty()) {
				foreign.put(file.toString(), tables.foreignIn(module, Sources.text(file)));
			}
		}
		assertThat(foreign).isEmpty();
	}

	@Test
	void everyTableHasItsRightsInGrants() throws IOException {
		String grants = Sources.text(Path.of("sql/grants.sql"));
		assertThat(tables().owners().keySet()).allSatisfy((table) -> assertThat(grants)
			.as("sql/grants.sql needs the line: GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO ...", table)
			.containsPattern("(?m)^GRANT [A-Z, ]+ ON " + table + " TO 'education_app'@'%';$"));
	}

	@Test
	void nothingMayChangeTheAudit() throws IOException {
		assertThat(Sources.text(Path.of("sql/grants.sql")).lines().filter((line) -> line.contains(" ON audit_")))
			.hasSize(4)
			.allMatch((line) -> line.startsWith("GRANT SELECT, INSERT ON audit_"));
	}

	@Test
	void tableOfAnotherModuleIsFoundInEveryKindOfText() {
		Tables tables = new Tables().read("V202601010000__webhook_inbox.sql", SAMPLE);
		String block = "\"\"\"\n\tSELECT id\n\tFROM inbox_message\n\"\"\"";
		assertThat(tables.foreignIn("reply", "@Select(" + block + ")")).containsExactly("inbox_message of webhook");
		assertThat(tables.foreignIn("reply", "sql(\"DELETE FROM inbox_message\")")).hasSize(1);
		assertThat(tables.foreignIn("reply", ".tableName(\"inbox_message\")")).hasSize(1);
		assertThat(tables.foreignIn("webhook", "@Select(" + block + ")")).isEmpty();
		assertThat(tables.foreignIn("reply", "int inbox_message = 1;")).isEmpty();
	}

	@Test
	void badMigrationIsFound() {
		assertThat(new Tables().read("V1__inbox.sql", SAMPLE).faults()).hasSize(1);
		assertThat(new Tables().read("V202601010000__webhook_inbox.sql", "CREATE TABLE a (id INT);").faults())
			.hasSize(2);
		assertThat(new Tables().read("V202601010000__webhook_inbox.sql", SAMPLE)
			.read("V202601010001__reply_inbox.sql", "ALTER TABLE inbox_message ADD COLUMN a INT;")
			.faults()).singleElement().asString().contains("belongs to webhook");
		assertThat(
				new Tables().read("V202601010000__webhook_inbox.sql", "ALTER TABLE a ADD COLUMN IF NOT EXISTS b INT;")
					.faults())
			.hasSize(1);
	}

}
