package cn.mentougou.education.office.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import cn.mentougou.engines.Engines;
import cn.mentougou.engines.MariaDb;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("engine")
class RowsTests {

	@Test
	void everyKindOfValueComesBackAsItWas() throws Exception {
		MariaDb mariaDb = Engines.shared().mariaDb();
		try (Connection connection = DriverManager.getConnection(mariaDb.jdbcUrl(mariaDb.newDatabase()), MariaDb.USER,
				mariaDb.password()); Statement statement = connection.createStatement()) {
			statement.execute(
					"""
							CREATE TABLE sample (
								id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, big BIGINT UNSIGNED, small TINYINT(1),
								exact DECIMAL(30, 10), near DOUBLE, bits BIT(10), fixed BINARY(4), loose VARBINARY(20),
								large MEDIUMBLOB, word VARCHAR(200), story LONGTEXT, moment DATETIME(6), stamp TIMESTAMP(3) NULL,
								day DATE, hour TIME(3), year YEAR, kind ENUM('A', 'B'), document JSON, `order` INT,
								twice INT GENERATED ALWAYS AS (`order` * 2) STORED
							) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
							""");
			statement.execute(
					"""
							INSERT INTO sample (big, small, exact, near, bits, fixed, loose, large, word, story, moment, stamp, day,
								hour, year, kind, document, `order`)
							VALUES (18446744073709551615, 1, 12345678901234567890.0123456789, 0.1, b'1000000001', x'00FF0A0D',
								x'', x'0001FF', '', '行\\n列\\t"\\\\😀', '2026-11-25 10:00:00.123456', '2026-03-08 02:30:00.007',
								'2026-02-28', '-12:34:56.789', 2026, 'B', '{"a": [1, "二"]}', 7),
								(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
								NULL, NULL)
							""");
			Table table = Schema.tables(connection).get(0);
			assertThat(table.nextNumber()).isEqualTo(3);
			assertThat(table.columns()).extracting(Table.Column::name).contains("order").doesNotContain("twice");
			ByteArrayOutputStream lines = new ByteArrayOutputStream();
			List<byte[]> shown = new ArrayList<>();
			Rows.Count count = Rows.write(connection, table, lines, shown::add);
			assertThat(shown).hasSize(2);
			assertThat(Rows.count(new ByteArrayInputStream(lines.toByteArray()))).isEqualTo(count);
			long before = Schema.count(connection, "SELECT BIT_XOR(CRC32(CONCAT_WS('#', big, exact, near, HEX(bits), "
					+ "HEX(fixed), HEX(large), story, moment, stamp, hour, year, document, twice))) FROM sample");
			statement.execute("TRUNCATE TABLE sample");
			Rows.load(connection, table, new ByteArrayInputStream(lines.toByteArray()));
			assertThat(Rows.write(connection, table, new ByteArrayOutputStream(), shown::add)).isEqualTo(count);
			assertThat(Schema.count(connection, "SELECT BIT_XOR(CRC32(CONCAT_WS('#', big, exact, near, HEX(bits), "
					+ "HEX(fixed), HEX(large), story, moment, stamp, hour, year, document, twice))) FROM sample"))
				.isEqualTo(before);
		}
	}

	@Test
	void rowThatPointsNowhereIsFound() throws Exception {
		MariaDb mariaDb = Engines.shared().mariaDb();
		try (Connection connection = DriverManager.getConnection(mariaDb.jdbcUrl(mariaDb.newDatabase()), MariaDb.USER,
				mariaDb.password()); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE parent (a INT, b INT, PRIMARY KEY (a, b))");
			statement.execute("CREATE TABLE child (id INT PRIMARY KEY, a INT, b INT, "
					+ "FOREIGN KEY (a, b) REFERENCES parent (a, b))");
			statement.execute("INSERT INTO parent VALUES (1, 1)");
			statement.execute("INSERT INTO child VALUES (1, 1, 1), (2, NULL, 9)");
			assertThat(Schema.orphans(connection)).isEmpty();
			statement.execute("SET foreign_key_checks = 0");
			statement.execute("INSERT INTO child VALUES (3, 1, 2)");
			assertThat(Schema.orphans(connection)).containsEntry("child", 1L);
		}
	}

}
