package cn.mentougou.education;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who owns which table: the word after {@code __} in a migration's name is the module,
 * and no other module's source names the tables of that migration.
 */
final class Tables {

	private static final Pattern NAME = Pattern.compile("V\\d{12}__([a-z]+)_[a-z_]+\\.sql");

	private static final Pattern STATEMENT = Pattern.compile("(CREATE TABLE|ALTER TABLE|DROP TABLE)\\s+(\\w+)([^;]*);",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NOT_EVERYWHERE = Pattern.compile(
			"IF (NOT )?EXISTS|RETURNING|->>?|\\bSEQUENCE\\b|\\bINVISIBLE\\b|ngram|0900_ai_ci",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern TEXT = Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"",
			Pattern.DOTALL);

	private static final Pattern NAMED = Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE|TABLE)\\s+`?(\\w+)|^(\\w+)$",
			Pattern.CASE_INSENSITIVE);

	private final Map<String, String> owners = new TreeMap<>();

	private final List<String> faults = new ArrayList<>();

	/** Reads one migration; its faults are kept. */
	Tables read(String file, String sql) {
		Matcher name = NAME.matcher(file);
		if (!name.matches()) {
			this.faults.add(file + " is not named VyyyyMMddHHmm__module_change.sql");
			return this;
		}
		String statements = sql.replaceAll("--[^\n]*", "");
		if (NOT_EVERYWHERE.matcher(statements).find()) {
			this.faults.add(file + " uses what only one of MySQL and MariaDB understands");
		}
		Matcher statement = STATEMENT.matcher(statements);
		while (statement.find()) {
			read(file, name.group(1), statement);
		}
		return this;
	}

	private void read(String file, String module, Matcher statement) {
		String table = statement.group(2);
		if (statement.group(1).equalsIgnoreCase("CREATE TABLE")) {
			String body = statement.group(3);
			if (!body.contains("PRIMARY KEY")) {
				this.faults.add(file + ": " + table + " has no primary key");
			}
			if (!body.contains("COLLATE utf8mb4_unicode_ci")) {
				this.faults.add(file + ": " + table + " does not name utf8mb4_unicode_ci");
			}
		}
		String owner = this.owners.putIfAbsent(table, module);
		if (owner != null && !owner.equals(module)) {
			this.faults.add(file + ": " + table + " belongs to " + owner);
		}
	}

	List<String> faults() {
		return List.copyOf(this.faults);
	}

	/**
	 * The tables of other modules that this source names in SQL or as a text of its own.
	 */
	List<String> foreignIn(String module, String source) {
		List<String> foreign = new ArrayList<>();
		Matcher text = TEXT.matcher(source);
		while (text.find()) {
			Matcher named = NAMED.matcher((text.group(1) != null) ? text.group(1) : text.group(2));
			while (named.find()) {
				String table = (named.group(1) != null) ? named.group(1) : named.group(2);
				String owner = this.owners.get(table);
				if (owner != null && !owner.equals(module)) {
					foreign.add(table + " of " + owner);
				}
			}
		}
		return foreign;
	}

	Map<String, String> owners() {
		return this.owners;
	}

}
