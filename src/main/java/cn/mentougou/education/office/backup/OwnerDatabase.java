package cn.mentougou.education.office.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

import cn.mentougou.education.shared.Misconfigured;

/**
 * The database as its owner reaches it ({@code spring.flyway.user}, or the application's
 * user if there is one user): another might not see every table.
 */
class OwnerDatabase {

	private final Environment environment;

	private final ObjectProvider<Callback> callbacks;

	OwnerDatabase(Environment environment, ObjectProvider<Callback> callbacks) {
		this.environment = environment;
		this.callbacks = callbacks;
	}

	/** A connection of one's own. */
	Connection connect() throws SQLException {
		Properties properties = new Properties();
		properties.put("user", user());
		properties.put("password", password());
		properties.put("rewriteBatchedStatements", "true");
		properties.put("characterEncoding", "UTF-8");
		properties.put("connectTimeout", "5000");
		properties.put("sessionVariables", "time_zone='+08:00'");
		return DriverManager.getConnection(url(), properties);
	}

	/** Every row as it is at one moment, for as long as the connection is open. */
	Connection snapshot() throws SQLException {
		Connection connection = connect();
		try (Statement statement = connection.createStatement()) {
			statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
			statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
			return connection;
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

	/** Makes the tables, and gives the application its rights. */
	void migrate() {
		flyway().migrate();
	}

	/** The migrations that the database had. */
	List<Manifest.Migration> applied() {
		return migrations(flyway().info().applied());
	}

	/** The migrations that this version of the program has. */
	List<Manifest.Migration> known() {
		return migrations(Stream.of(flyway().info().all())
			.filter((migration) -> migration.getState().isResolved())
			.toArray(MigrationInfo[]::new));
	}

	private static List<Manifest.Migration> migrations(MigrationInfo[] migrations) {
		return Stream.of(migrations)
			.filter((migration) -> migration.getVersion() != null && migration.getChecksum() != null)
			.map((migration) -> new Manifest.Migration(migration.getVersion().getVersion(), migration.getChecksum()))
			.toList();
	}

	private Flyway flyway() {
		return Flyway.configure()
			.dataSource(url(), user(), password())
			.locations("classpath:db/migration")
			.callbacks(this.callbacks.orderedStream().toArray(Callback[]::new))
			.load();
	}

	private String url() {
		String url = this.environment.getProperty("spring.datasource.url");
		if (url == null) {
			throw new Misconfigured("没有配置 spring.datasource.url。");
		}
		return url;
	}

	private String user() {
		return this.environment.getProperty("spring.flyway.user",
				this.environment.getProperty("spring.datasource.username", ""));
	}

	private String password() {
		return this.environment.containsProperty("spring.flyway.user")
				? this.environment.getProperty("spring.flyway.password", "")
				: this.environment.getProperty("spring.datasource.password", "");
	}

}
