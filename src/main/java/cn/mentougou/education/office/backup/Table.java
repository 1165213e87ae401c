package cn.mentougou.education.office.backup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A table as the database describes it.
 *
 * @param name its name
 * @param columns those that hold values of their own
 * @param key the columns of its primary key
 * @param nextNumber the number that the next row would get, if it has such
 */
record Table(String name, List<Column> columns, List<String> key, @Nullable Long nextNumber) {

	/** Everything, in the order of the primary key. */
	String select() {
		return "SELECT " + columns().stream().map(Column::selected).collect(Collectors.joining(", ")) + " FROM "
				+ quoted(this.name) + " ORDER BY "
				+ this.key.stream().map(Table::quoted).collect(Collectors.joining(", "));
	}

	String insert() {
		return "INSERT INTO " + quoted(this.name) + " ("
				+ columns().stream().map((column) -> quoted(column.name())).collect(Collectors.joining(", "))
				+ ") VALUES (" + "?, ".repeat(this.columns.size() - 1) + "?)";
	}

	static String quoted(String name) {
		return "`" + name.replace("`", "``") + "`";
	}

	/**
	 * A column.
	 *
	 * @param name its name
	 * @param type its type without length, in small letters
	 */
	record Column(String name, String type) {

		private static final Set<String> OF_ANY_LENGTH = Set.of("varbinary", "tinyblob", "blob", "mediumblob",
				"longblob");

		private static final Set<String> TEXTS = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext",
				"json", "enum", "set");

		/** Whether it holds bytes, not text. */
		boolean isBinary() {
			return maybeSealed() || this.type.equals("binary") || this.type.equals("bit");
		}

		/** Whether sealed values may stand in it: their length is not fixed. */
		boolean maybeSealed() {
			return OF_ANY_LENGTH.contains(this.type);
		}

		/** The server writes numbers and times as text itself: no driver rounds them. */
		String selected() {
			boolean isAsItIs = isBinary() || TEXTS.contains(this.type);
			return isAsItIs ? quoted(this.name) : "CAST(" + quoted(this.name) + " AS CHAR)";
		}

	}

}
