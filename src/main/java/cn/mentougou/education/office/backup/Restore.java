package cn.mentougou.education.office.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Puts a backup into the database and compares what came out: everything in one
 * transaction, so a restore that ends in the middle leaves the database as it was and can
 * be repeated.
 */
class Restore {

	private final OwnerDatabase database;

	private final FileStore files;

	Restore(OwnerDatabase database, FileStore files) {
		this.database = database;
		this.files = files;
	}

	/**
	 * Restores a backup that {@link Inspection} found good.
	 * @throws Mismatch if what was loaded is not what the backup holds; nothing is
	 * changed then
	 */
	void run(Path directory, Manifest manifest) throws SQLException, IOException {
		this.files.restore(directory);
		this.database.migrate();
		try (Connection connection = this.database.connect()) {
			List<Table> tables = Schema.tables(connection);
			Map<String, Manifest.Entry> entries = manifest.tables()
				.stream()
				.collect(Collectors.toMap(Manifest.Entry::name, Function.identity()));
			if (!tables.stream().map(Table::name).collect(Collectors.toSet()).equals(entries.keySet())) {
				throw new Mismatch("数据库的表与备份的不同");
			}
			prepare(connection, tables, entries);
			connection.setAutoCommit(false);
			empty(connection, tables);
			for (Table table : tables) {
				load(connection, table, directory, entry(table, entries));
			}
			compare(connection, tables, entries);
			connection.commit();
		}
	}

	/**
	 * The order of tables does not matter while references are not checked row by row;
	 * all of them are checked at the end.
	 */
	private static void prepare(Connection connection, List<Table> tables, Map<String, Manifest.Entry> entries)
			throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("SET SESSION foreign_key_checks = 0");
			statement.execute("SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')");
			for (Table table : tables) {
				Long next = entry(table, entries).nextNumber();
				if (next != null) {
					// Numbers of rows that were deleted long ago are never given again.
					statement.execute("ALTER TABLE " + Table.quoted(table.name()) + " AUTO_INCREMENT = " + next);
				}
			}
		}
	}

	private static void empty(Connection connection, List<Table> tables) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (Table table : tables) {
				statement.execute("DELETE FROM " + Table.quoted(table.name()));
			}
		}
	}

	private static void load(Connection connection, Table table, Path directory, Manifest.Entry entry)
			throws SQLException, IOException {
		if (!table.columns().stream().map(Table.Column::name).toList().equals(entry.columns())) {
			throw new Mismatch("表 " + table.name() + " 的列与备份的不同");
		}
		try (InputStream lines = new GZIPInputStream(Files.newInputStream(directory.resolve(entry.file())), 1 << 16)) {
			Rows.load(connection, table, lines);
		}
	}

	private static void compare(Connection connection, List<Table> tables, Map<String, Manifest.Entry> entries)
			throws SQLException, IOException {
		for (Table table : tables) {
			Manifest.Entry entry = entry(table, entries);
			Rows.Count loaded = Rows.write(connection, table, OutputStream.nullOutputStream(), (value) -> {
			});
			if (!loaded.equals(new Rows.Count(entry.rows(), entry.sha256()))) {
				throw new Mismatch("表 " + table.name() + " 恢复后与备份不一致");
			}
		}
		Map<String, Long> orphans = Schema.orphans(connection);
		if (!orphans.isEmpty()) {
			throw new Mismatch("这些表有行指向不存在的行：" + orphans.keySet());
		}
	}

	private static Manifest.Entry entry(Table table, Map<String, Manifest.Entry> entries) {
		Manifest.Entry entry = entries.get(table.name());
		if (entry == null) {
			throw new IllegalStateException(table.name());
		}
		return entry;
	}

	/** The message says in Chinese what is not the same. */
	static final class Mismatch extends RuntimeException {

		Mismatch(String message) {
			super(message);
		}

	}

}
