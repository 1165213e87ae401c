package cn.mentougou.testrun;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.mentougou.delivery.ChildProcess;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.TestEducationApplication;
import cn.mentougou.engines.Engines;
import cn.mentougou.engines.MariaDb;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("engine")
class TestRunTests {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final String WELCOME = "公众号系统已经启动";

	private final Map<String, String> environment = new LinkedHashMap<>();

	@TempDir
	private Path folder;

	@Test
	void restartKeepsTheDataAndNeitherStopNorKillLeavesAProcess() throws Exception {
		try (ChildProcess first = start().awaitOutput(WELCOME, PATIENCE)) {
			List<ProcessHandle> servers = first.descendants();
			assertThat(servers).isNotEmpty();
			first.stop();
			assertThat(servers).noneMatch(ProcessHandle::isAlive);
		}
		Files.delete(log());
		try (ChildProcess second = start().awaitOutput(WELCOME, Duration.ofSeconds(60))) {
			assertThat(second.output()).contains("up to date", "http://localhost:", EngineProperties.SUBSCRIPTION);
			List<ProcessHandle> servers = second.descendants();
			second.kill();
			for (ProcessHandle server : servers) {
				server.onExit().get(30, TimeUnit.SECONDS);
			}
		}
	}

	@Test
	void dataOfAnotherVersionAreExplained() throws Exception {
		MariaDb mariaDb = Engines.shared().mariaDb();
		String database = mariaDb.newDatabase();
		useOtherServers(mariaDb, database);
		start().awaitOutput(WELCOME, PATIENCE).close();
		try (Connection connection = DriverManager.getConnection(mariaDb.jdbcUrl(database), MariaDb.USER,
				mariaDb.password()); Statement statement = connection.createStatement()) {
			statement.execute("UPDATE flyway_schema_history SET checksum = 1");
		}
		try (ChildProcess run = start()) {
			assertThat(run.awaitEnd(PATIENCE)).isOne();
			assertThat(run.output()).contains("mvn clean");
		}
	}

	@Test
	void busyPortIsOneSentence() throws IOException {
		try (ServerSocket taken = new ServerSocket(0)) {
			this.environment.put("SERVER_PORT", "" + taken.getLocalPort());
			try (ChildProcess run = start()) {
				assertThat(run.awaitEnd(PATIENCE)).isOne();
				assertThat(run.output()).contains("端口 " + taken.getLocalPort(), "server.port", "SERVER_PORT")
					.doesNotContain("\tat ");
			}
		}
	}

	@Test
	void environmentNamesOtherServersAndAccountsInBothSpellings() {
		MariaDb mariaDb = Engines.shared().mariaDb();
		useOtherServers(mariaDb, mariaDb.newDatabase());
		account(0, "ORIGINAL_ID", "APP_ID", "AES_KEY", "wxaaaaaaaaaaaaaaaa");
		account(1, "ORIGINALID", "APPID", "AESKEY", "wxbbbbbbbbbbbbbbbb");
		try (ChildProcess run = start().awaitOutput(WELCOME, PATIENCE)) {
			assertThat(run.output()).contains("wxaaaaaaaaaaaaaaaa", "wxbbbbbbbbbbbbbbbb")
				.doesNotContain(EngineProperties.SUBSCRIPTION);
			assertThat(run.descendants()).isEmpty();
		}
	}

	private void useOtherServers(MariaDb mariaDb, String database) {
		EngineProperties.of(mariaDb, database)
			.forEach((name, value) -> this.environment.put(variable(name), value.toString()));
		EngineProperties.of(Engines.shared().redis())
			.forEach((name, value) -> this.environment.put(variable(name), value.toString()));
	}

	private void account(int index, String originalId, String appId, String aesKey, String value) {
		String prefix = "EDUCATION_WECHAT_ACCOUNTS_" + index + "_";
		this.environment.put(prefix + "KIND", "service");
		this.environment.put(prefix + appId, value);
		this.environment.put(prefix + originalId, "gh_" + value);
		this.environment.put(prefix + "SECRET", "5d41402abc4b2a76b9719d911017c592");
		this.environment.put(prefix + "TOKEN", "wordOfTheAccount");
		this.environment.put(prefix + aesKey, "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
		this.environment.put(prefix + "MODE", "safe");
	}

	private static String variable(String property) {
		return property.toUpperCase(Locale.ROOT).replace('.', '_');
	}

	private ChildProcess start() {
		List<String> command = new ArrayList<>(List.of(ChildProcess.java(System.getProperty("java.home")), "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
		command.addAll(List.of("-XX:TieredStopAtLevel=1", TestEducationApplication.class.getName()));
		this.environment.putIfAbsent("SERVER_PORT", "0");
		List.of("MANAGEMENT_SERVER_PORT", "WECHATSIM_PORT", "WECHATSIM_PLATFORM_PORT")
			.forEach((port) -> this.environment.put(port, "0"));
		this.environment.put("TESTRUN_DIRECTORY", this.folder.resolve("data").toString());
		return ChildProcess.start(command, this.environment, log());
	}

	private Path log() {
		return this.folder.resolve("run.log");
	}

}
