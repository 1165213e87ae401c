package cn.mentougou.education.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Gives the application's database user its rights after each migration, if the tables
 * belong to another user ({@code spring.flyway.user}): so the application itself cannot
 * change what was recorded.
 */
@Component
class Grants implements Callback {

	private static final Logger logger = LoggerFactory.getLogger(Grants.class);

	private static final String FILE = "db/grants.sql";

	/** As whom the file speaks of the application. */
	private static final String PLACEHOLDER = "'education_app'@'%'";

	private final Environment environment;

	Grants(Environment environment) {
		this.environment = environment;
	}

	@Override
	public boolean supports(Event event, @Nullable Context context) {
		String owner = this.environment.getProperty("spring.flyway.user");
		return event == Event.AFTER_MIGRATE && owner != null && !owner.equals(user());
	}

	@Override
	public boolean canHandleInTransaction(Event event, @Nullable Context context) {
		return false;
	}

	@Override
	public void handle(Event event, Context context) {
		try (Statement statement = context.getConnection().createStatement()) {
			String account = account();
			for (String grant : grants()) {
				statement.execute(grant.replace(PLACEHOLDER, account));
			}
		}
		catch (SQLException ex) {
			logger.error("没能给数据库用户 {} 授权。请让 spring.flyway.user 有 WITH GRANT OPTION，或由数据库管理员执行 grants.sql。", user(), ex);
		}
	}

	@Override
	public String getCallbackName() {
		return "grants";
	}

	static List<String> grants() {
		try {
			String file = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
			return Stream.of(file.replaceAll("(?m)^--.*$", "").split(";"))
				.map(String::strip)
				.filter((statement) -> !statement.isEmpty())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The account that the server takes the application for: its host part stands in the
	 * server alone. Asked without a database, for on that there is no right yet.
	 */
	private String account() throws SQLException {
		String server = this.environment.getRequiredProperty("spring.datasource.url")
			.replaceFirst("^(jdbc:mysql://[^/]+/)[^?]*", "$1");
		try (Connection connection = DriverManager.getConnection(server, user(),
				this.environment.getProperty("spring.datasource.password"));
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("SELECT CURRENT_USER()")) {
			result.next();
			String account = result.getString(1);
			int at = account.lastIndexOf('@');
			return quoted(account.substring(0, at)) + "@" + quoted(account.substring(at + 1));
		}
	}

	private static String quoted(String part) {
		return "'" + part.replace("'", "''") + "'";
	}

	private @Nullable String user() {
		return this.environment.getProperty("spring.datasource.username");
	}

}
