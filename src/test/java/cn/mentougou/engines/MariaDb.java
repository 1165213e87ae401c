package cn.mentougou.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server, as strict as MySQL 8 is by default.
 */
public final class MariaDb extends Engine {

	/** The database that is there from the start. */
	public static final String DATABASE = "education";

	/**
	 * A user that may do anything in databases whose name begins with {@value #DATABASE}.
	 */
	public static final String USER = "education";

	/** A user that may do only what it is granted, with the same password. */
	public static final String LIMITED_USER = "education_app";

	private static final String SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
			+ "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

	private static final String CHARACTERS = "CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci";

	private final AtomicInteger databases = new AtomicInteger();

	private final String password = UUID.randomUUID().toString();

	private final MariaDbFiles files;

	private final List<String> options;

	private MariaDb(@Nullable Path directory, String... options) throws IOException {
		super("MariaDB", MariaDbFiles.VARIABLES, directory);
		this.files = MariaDbFiles.prepare();
		this.options = List.of(options);
	}

	/** Starts a server whose data are gone when it is closed or the JVM ends. */
	public static MariaDb temporary() {
		return started(null);
	}

	/** Starts a server that finds in the folder what it left there. */
	public static MariaDb in(Path directory) {
		return started(directory);
	}

	/**
	 * Starts a server that writes down in its folder everything that it is told: every
	 * statement and every change.
	 */
	public static MariaDb recording(Path directory) {
		return started(directory, "--log-bin=binlog", "--binlog-format=ROW", "--general-log=1",
				"--general-log-file=general.log", "--log-output=FILE");
	}

	private static MariaDb started(@Nullable Path directory, String... options) {
		try {
			MariaDb mariaDb = new MariaDb(directory, options);
			mariaDb.start();
			return mariaDb;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The JDBC address of a database on this server. */
	public String jdbcUrl(String database) {
		return "jdbc:mysql://" + HOST + ":" + port() + "/" + database;
	}

	/** The password of {@link #USER}, another one for each object. */
	public String password() {
		return this.password;
	}

	/** Makes an empty database and returns its name. */
	public String newDatabase() {
		String database = DATABASE + "_" + this.databases.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(jdbcUrl(DATABASE), USER, this.password);
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + database + " " + CHARACTERS);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No database could be created", ex);
		}
		return database;
	}

	@Override
	List<String> command(int onPort) throws IOException {
		Path data = directory().resolve("data");
		if (!Files.isDirectory(data)) {
			Cache.copy(this.files.template(), data);
		}
		List<String> command = new ArrayList<>(MariaDbFiles.server(this.files.home(), data));
		// A path of our own may be too long for a socket; the server changes into its
		// data folder.
		command.addAll(List.of("--port=" + onPort, "--bind-address=" + HOST, "--socket=server.sock",
				"--pid-file=" + directory().resolve("server.pid"), "--init-file=" + initialStatements(),
				"--skip-name-resolve", "--max-connections=3000", "--max-connect-errors=1000000"));
		command.addAll(List.of("--character-set-server=utf8mb4", "--collation-server=utf8mb4_unicode_ci",
				"--sql-mode=" + SQL_MODE, "--default-time-zone=+00:00", "--innodb-flush-log-at-trx-commit=1"));
		command.addAll(List.of("--innodb-buffer-pool-size=128M", "--aria-pagecache-buffer-size=8M",
				"--key-buffer-size=1M", "--performance-schema=OFF", "--max-allowed-packet=16M"));
		command.addAll(this.options);
		return command;
	}

	@Override
	String greeting() {
		return "";
	}

	private Path initialStatements() throws IOException {
		return Files.writeString(directory().resolve("initial.sql"), """
				CREATE DATABASE IF NOT EXISTS %1$s %2$s;
				CREATE OR REPLACE USER '%3$s'@'%4$s' IDENTIFIED BY '%5$s';
				GRANT ALL PRIVILEGES ON `%1$s%%`.* TO '%3$s'@'%4$s' WITH GRANT OPTION;
				CREATE OR REPLACE USER '%6$s'@'%4$s' IDENTIFIED BY '%5$s';
				""".formatted(DATABASE, CHARACTERS, USER, HOST, this.password, LIMITED_USER));
	}

}
