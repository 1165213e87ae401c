package cn.mentougou.education.office.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.backup.Table.Column;

/** Asks the database for its tables: whichever there are, so that none is forgotten. */
final class Schema {

	/** Flyway's own; a restore lets Flyway write it. */
	static final String HISTORY = "flyway_schema_history";

	private static final Pattern NEXT_NUMBER = Pattern.compile("\\bAUTO_INCREMENT=(\\d+)");

	private static final String COLUMNS = """
			SELECT tables.table_name, columns.column_name, LOWER(columns.data_type), columns.column_key
			FROM information_schema.tables tables
			JOIN information_schema.columns columns
				ON columns.table_schema = tables.table_schema
				AND columns.table_name = tables.table_name
			WHERE tables.table_schema = DATABASE()
			AND tables.table_type = 'BASE TABLE'
			AND columns.extra NOT LIKE '%GENERATED'
			ORDER BY tables.table_name, columns.ordinal_position
			""";

	private static final String KEYS = """
			SELECT table_name, column_name
			FROM information_schema.key_column_usage
			WHERE table_schema = DATABASE()
			AND constraint_name = 'PRIMARY'
			ORDER BY table_name, ordinal_position
			""";

	private static final String REFERENCES = """
			SELECT constraint_name, table_name, column_name, referenced_table_name, referenced_column_name
			FROM information_schema.key_column_usage
			WHERE table_schema = DATABASE()
			AND referenced_table_schema = DATABASE()
			ORDER BY table_name, constraint_name, ordinal_position
			""";

	private Schema() {
	}

	/** The tables in the order of their names, without Flyway's. */
	static List<Table> tables(Connection connection) throws SQLException {
		Map<String, List<Column>> columns = new LinkedHashMap<>();
		each(connection, COLUMNS, (row) -> columns.computeIfAbsent(row.getString(1), (name) -> new ArrayList<>())
			.add(new Column(row.getString(2), row.getString(3))));
		columns.remove(HISTORY);
		Map<String, List<String>> keys = new LinkedHashMap<>();
		each(connection, KEYS,
				(row) -> keys.computeIfAbsent(row.getString(1), (name) -> new ArrayList<>()).add(row.getString(2)));
		List<Table> tables = new ArrayList<>();
		for (Map.Entry<String, List<Column>> table : columns.entrySet()) {
			List<String> all = table.getValue().stream().map(Column::name).toList();
			tables.add(new Table(table.getKey(), table.getValue(), keys.getOrDefault(table.getKey(), all),
					nextNumber(connection, table.getKey())));
		}
		return tables;
	}

	/** Whether it has tables at all. */
	static boolean isThere(Connection connection) throws SQLException {
		List<String> any = new ArrayList<>();
		each(connection, COLUMNS + "LIMIT 1", (row) -> any.add(row.getString(1)));
		return !any.isEmpty();
	}

	/** How many rows point at a row that is not there, by the table that they are in. */
	static Map<String, Long> orphans(Connection connection) throws SQLException {
		Map<String, List<Reference>> references = new LinkedHashMap<>();
		each(connection, REFERENCES,
				(row) -> references
					.computeIfAbsent(row.getString(2) + "." + row.getString(1), (name) -> new ArrayList<>())
					.add(new Reference(row.getString(2), row.getString(3), row.getString(4), row.getString(5))));
		Map<String, Long> orphans = new LinkedHashMap<>();
		for (List<Reference> reference : references.values()) {
			long count = count(connection, Reference.orphans(reference));
			if (count > 0) {
				orphans.merge(reference.get(0).table(), count, Long::sum);
			}
		}
		return orphans;
	}

	static long count(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getLong(1);
		}
	}

	private static @Nullable Long nextNumber(Connection connection, String table) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("SHOW CREATE TABLE " + Table.quoted(table))) {
			result.next();
			Matcher number = NEXT_NUMBER.matcher(result.getString(2));
			return number.find() ? Long.valueOf(number.group(1)) : null;
		}
	}

	private static void each(Connection connection, String sql, Reading reading) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				reading.read(result);
			}
		}
	}

	/** Reads a row. */
	private interface Reading {

		void read(ResultSet row) throws SQLException;

	}

	/** A column of a foreign key. */
	private record Reference(String table, String column, String parent, String parentColumn) {

		static String orphans(List<Reference> key) {
			StringBuilder on = new StringBuilder();
			StringBuilder where = new StringBuilder();
			for (Reference part : key) {
				String column = "child." + Table.quoted(part.column());
				String parent = "parent." + Table.quoted(part.parentColumn());
				on.append(on.isEmpty() ? "" : " AND ").append(column).append(" = ").append(parent);
				where.append(" AND ").append(column).append(" IS NOT NULL");
			}
			Reference first = key.get(0);
			return "SELECT COUNT(*) FROM " + Table.quoted(first.table()) + " child LEFT JOIN "
					+ Table.quoted(first.parent()) + " parent ON " + on + " WHERE parent."
					+ Table.quoted(first.parentColumn()) + " IS NULL" + where;
		}

	}

}
