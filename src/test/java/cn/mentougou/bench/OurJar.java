package cn.mentougou.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import cn.mentougou.bench.baseline.Keywords;
import cn.mentougou.bench.load.Account;
import cn.mentougou.bench.load.Contender;
import cn.mentougou.delivery.PackagedApplication;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.wechat.token.FakePlatform;
import cn.mentougou.engines.Engines;
import cn.mentougou.engines.MariaDb;

/** The packaged jar with engines of its own, an account of each mode, and its answers. */
final class OurJar implements AutoCloseable {

	/** The application writes Beijing time. */
	private static final String BEIJING = "?sessionVariables=time_zone='%2B08:00'";

	private final Engines engines = Engines.temporary();

	private final FakePlatform platform = new FakePlatform()
		.answer("/cgi-bin/stable_token", "{\"access_token\":\"of-the-benchmark\",\"expires_in\":7200}")
		.answer("/cgi-bin/message/custom/send", "{\"errcode\":0,\"errmsg\":\"ok\"}");

	private final Map<String, Object> properties = new LinkedHashMap<>(EngineProperties.withoutEngines());

	OurJar() {
		this.properties.putAll(EngineProperties.of(this.engines.mariaDb(), MariaDb.DATABASE));
		this.properties.putAll(EngineProperties.of(this.engines.redis()));
		this.properties.put("education.wechat.accounts[1].mode", "plain");
		this.properties.put("education.wechat.api-base-url", this.platform.url());
		this.properties.put("education.spool.directory", Recipe.FOLDER.resolve("spool").toAbsolutePath());
		this.properties.put("education.attachment.directory", Recipe.FOLDER.resolve("attachments").toAbsolutePath());
		this.properties.put("management.server.port", Recipe.freePort());
	}

	Recipe recipe() {
		List<String> arguments = new ArrayList<>();
		this.properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		arguments.addAll(Plan.ourArguments());
		List<String> program = new ArrayList<>(Plan.ourOptions());
		program.addAll(List.of("-jar", PackagedApplication.jar().toString()));
		return new Recipe("ours", program, arguments, List.of(this.engines.mariaDb(), this.engines.redis()),
				Account.of(this.properties, 0), Account.of(this.properties, 1));
	}

	/** Starts the jar on its empty database and teaches it the answers. */
	OurJar prepared() throws SQLException {
		try (Contender contender = recipe().start()) {
			awaitTable();
			seed();
			contender.awaitRightAnswer(recipe().account());
			contender.stop();
		}
		return this;
	}

	Connection database() throws SQLException {
		return DriverManager.getConnection(this.engines.mariaDb().jdbcUrl(MariaDb.DATABASE) + BEIJING, MariaDb.USER,
				this.engines.mariaDb().password());
	}

	private void awaitTable() {
		long deadline = System.nanoTime() + 120_000_000_000L;
		while (System.nanoTime() < deadline) {
			try (Connection connection = database(); Statement statement = connection.createStatement()) {
				statement.executeQuery("SELECT number FROM reply_rule_version").close();
				return;
			}
			catch (SQLException ex) {
				LockSupport.parkNanos(100_000_000);
			}
		}
		throw new AssertionError("The jar has not migrated its database.");
	}

	private void seed() throws SQLException {
		try (Connection connection = database(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			for (String keyword : Keywords.ALL) {
				insertRule(connection, keyword);
			}
			statement.executeUpdate("UPDATE reply_rule_version SET number = number + 1");
			connection.commit();
		}
	}

	private static void insertRule(Connection connection, String keyword) throws SQLException {
		long id = Keywords.ALL.indexOf(keyword) + 1L;
		try (PreparedStatement rule = connection.prepareStatement("""
				INSERT INTO reply_rule (id, answers, answer, priority, weekdays, enabled, changed_at)
				VALUES (?, 'WHOLE_KEYWORD', ?, 0, '', TRUE, ?)
				""");
				PreparedStatement phrase = connection
					.prepareStatement("INSERT INTO reply_phrase (rule_id, place, phrase) VALUES (?, 0, ?)")) {
			rule.setLong(1, id);
			rule.setString(2, Keywords.answerTo(keyword));
			rule.setTimestamp(3, Timestamp.from(Instant.now()));
			rule.executeUpdate();
			phrase.setLong(1, id);
			phrase.setString(2, keyword);
			phrase.executeUpdate();
		}
	}

	@Override
	public void close() {
		this.engines.close();
		this.platform.close();
	}

}
