package cn.mentougou.education.office.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Looks whether a backup can be restored here, and changes nothing. */
class Inspection {

	private static final Pattern INSERT = Pattern.compile("^\\s*INSERT INTO (\\w+)", Pattern.MULTILINE);

	private final OwnerDatabase database;

	private final FileStore files;

	private final KeyRing keys;

	Inspection(OwnerDatabase database, FileStore files, KeyRing keys) {
		this.database = database;
		this.files = files;
		this.keys = keys;
	}

	/**
	 * Everything that stands against it, in Chinese; nothing if it can be restored.
	 * @param replaces whether what the database holds may be replaced
	 */
	List<String> problems(Path directory, Manifest manifest, boolean replaces) throws IOException {
		List<String> problems = new ArrayList<>();
		for (Manifest.Entry table : manifest.tables()) {
			check(directory, table, problems);
		}
		this.files.check(directory, manifest.files(), problems);
		this.keys.check(manifest.keys(), problems);
		try {
			if (!this.database.known().equals(manifest.migrations())) {
				problems.add("备份的库版本是 " + last(manifest.migrations()) + "，这个程序的是 " + last(this.database.known())
						+ "。请用备份时那个版本的程序恢复，再升级程序。");
			}
			checkDatabase(replaces, problems);
		}
		catch (SQLException | FlywayException ex) {
			problems.add("连不上数据库，或它不接受用户名和密码。请检查 spring.datasource.* 和 spring.flyway.user。");
		}
		return problems;
	}

	private static String last(List<Manifest.Migration> migrations) {
		return migrations.isEmpty() ? "空" : migrations.get(migrations.size() - 1).version();
	}

	private static void check(Path directory, Manifest.Entry table, List<String> problems) {
		Path file = directory.resolve(table.file());
		if (!Files.isRegularFile(file)) {
			problems.add("缺少表 " + table.name() + " 的文件 " + table.file() + "。");
			return;
		}
		try (InputStream lines = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
			if (!Rows.count(lines).equals(new Rows.Count(table.rows(), table.sha256()))) {
				problems.add("文件 " + table.file() + " 已损坏：内容与清单不符。");
			}
		}
		catch (IOException ex) {
			problems.add("文件 " + table.file() + " 已损坏：读不出来。");
		}
	}

	private void checkDatabase(boolean replaces, List<String> problems) throws SQLException, IOException {
		if (replaces) {
			return;
		}
		Set<String> filledByMigrations = filledByMigrations();
		try (Connection connection = this.database.connect()) {
			for (Table table : Schema.tables(connection)) {
				long rows = Schema.count(connection, "SELECT COUNT(*) FROM " + Table.quoted(table.name()));
				if (rows > 0 && !filledByMigrations.contains(table.name())) {
					problems
						.add("数据库不是空的：表 " + table.name() + " 有 " + rows + " 行。请换一个空库；确实要覆盖时，停止程序后用 restore --replace。");
					return;
				}
			}
		}
	}

	/** These hold rows in a database that nobody has used yet. */
	private static Set<String> filledByMigrations() throws IOException {
		Set<String> tables = new TreeSet<>();
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql")) {
			Matcher insert = INSERT.matcher(file.getContentAsString(StandardCharsets.UTF_8));
			while (insert.find()) {
				tables.add(insert.group(1));
			}
		}
		return tables;
	}

}
