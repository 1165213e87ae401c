package cn.mentougou.engines;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("engine")
class MariaDbTests {

	@Test
	void serverIsAsStrictAsMySqlAndSpeaksChinese() throws SQLException {
		MariaDb server = Engines.shared().mariaDb();
		String url = server.jdbcUrl(server.newDatabase());
		assertThat(answer(server, url, "SELECT @@sql_mode")).contains("ONLY_FULL_GROUP_BY", "STRICT_TRANS_TABLES");
		assertThat(answer(server, url, "SELECT @@collation_database")).isEqualTo("utf8mb4_unicode_ci");
		assertThat(answer(server, url, "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
		assertThat(answer(server, url, "SELECT '门头沟😀'")).isEqualTo("门头沟😀");
	}

	@Test
	void userSeesOnlyItsOwnDatabases() {
		MariaDb server = Engines.shared().mariaDb();
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> answer(server, server.jdbcUrl("mysql"), "SELECT COUNT(*) FROM global_priv"));
	}

	@Test
	void whatWasCommittedSurvivesAKillOnTheSamePort() throws SQLException {
		try (MariaDb server = MariaDb.temporary()) {
			String url = server.jdbcUrl(MariaDb.DATABASE);
			int port = server.port();
			execute(server, url, "CREATE TABLE note (id INT PRIMARY KEY)");
			execute(server, url, "INSERT INTO note VALUES (7)");
			server.kill();
			assertThat(server.isRunning()).isFalse();
			server.start();
			assertThat(server.port()).isEqualTo(port);
			assertThat(answer(server, url, "SELECT id FROM note")).isEqualTo("7");
		}
	}

	@Test
	void folderKeepsItsDataAndLetsTheNextServerIn(@TempDir Path folder) throws SQLException {
		try (MariaDb server = MariaDb.in(folder)) {
			execute(server, server.jdbcUrl(MariaDb.DATABASE), "CREATE TABLE note (id INT PRIMARY KEY)");
			execute(server, server.jdbcUrl(MariaDb.DATABASE), "INSERT INTO note VALUES (7)");
		}
		try (MariaDb server = MariaDb.in(folder)) {
			assertThat(answer(server, server.jdbcUrl(MariaDb.DATABASE), "SELECT id FROM note")).isEqualTo("7");
		}
	}

	private static void execute(MariaDb server, String url, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url, MariaDb.USER, server.password());
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static String answer(MariaDb server, String url, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url, MariaDb.USER, server.password());
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getString(1);
		}
	}

}
