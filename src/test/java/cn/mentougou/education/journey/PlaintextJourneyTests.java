package cn.mentougou.education.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import cn.mentougou.canary.Canaries;
import cn.mentougou.education.EducationApplication;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.retention.Holds;
import cn.mentougou.education.office.retention.Officers;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.PersonDetails;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.engines.MariaDb;
import cn.mentougou.engines.Redis;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.PushSettings.PushTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * After a whole run no name, telephone, openid or word of a person lies anywhere in
 * clear: not in the database's files, its redo log, its log of changes or its log of all
 * statements, not in Redis, the spool, the attachments or any log.
 */
@Tag("engine")
class PlaintextJourneyTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	private static final String STAFF = "欧阳铁柱";

	private static final String STAFF_PHONE = "13912348765";

	private static final String GUARDIAN_PHONE = "13698761234";

	private static final String RESIDENT_NUMBER = "11010919870312001X";

	private static final String WORDS = "孩子昨夜发高烧";

	@TempDir
	private Path folder;

	private final WeChatSimulator simulator = WeChatSimulator
		.start(SimulatorSettings.defaults().port(0).platformPort(0).seed(84).pushTime(PushTime.VIRTUAL));

	private final FileAppender<ILoggingEvent> log = new FileAppender<>();

	/**
	 * A file of our own: another test's application in this JVM has set logging up
	 * before.
	 */
	@BeforeEach
	void writeTheLog() {
		LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(logging);
		encoder.setPattern("%level %logger %msg %mdc%n%ex");
		encoder.start();
		this.log.setContext(logging);
		this.log.setEncoder(encoder);
		this.log.setFile(this.folder.resolve("log/application.log").toString());
		this.log.start();
	}

	@AfterEach
	void stop() {
		((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT").detachAppender(this.log);
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel("cn.mentougou.education", null);
		this.log.stop();
		this.simulator.close();
	}

	/** Starting an application sets logging up, so this comes after it. */
	private void listen() {
		((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT").addAppender(this.log);
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel("cn.mentougou.education", LogLevel.DEBUG);
	}

	@Test
	void nothingOfAPersonLiesInClearAfterAWholeRun() throws Exception {
		String openId;
		try (MariaDb mariaDb = MariaDb.recording(this.folder.resolve("mariadb"));
				Redis redis = Redis.in(this.folder.resolve("redis"))) {
			openId = run(mariaDb, redis);
		}
		Canaries canaries = new Canaries(
				List.of(STAFF, STAFF_PHONE, GUARDIAN_PHONE, RESIDENT_NUMBER, WORDS, "王芝兰的家长", openId));
		Canaries.Findings findings = canaries.in(this.folder);
		assertThat(findings.hits()).isEmpty();
		assertThat(findings.bytes()).isGreaterThan(10_000_000);
		assertThat(Files.readString(this.folder.resolve("log/application.log"))).contains("DEBUG", "HandlerWork");
		assertThat(this.folder.resolve("mariadb/data/general.log"))
			.content(java.nio.charset.StandardCharsets.ISO_8859_1)
			.contains("INSERT INTO office_person", "INSERT INTO inbox_message");
		plant();
		assertThat(canaries.in(this.folder.resolve("mariadb")).hits())
			.anySatisfy((hit) -> assertThat(hit.file().toString()).endsWith("reply_rule.ibd"))
			.anySatisfy((hit) -> assertThat(hit.file().toString()).contains("binlog"))
			.extracting(Canaries.Finding::word)
			.containsOnly(GUARDIAN_PHONE);
	}

	private String run(MariaDb mariaDb, Redis redis) {
		SimPerson mother = this.simulator.person("王芝兰的家长");
		try (ConfigurableApplicationContext application = start(mariaDb, redis)) {
			listen();
			writes(mother);
			works(application, mother.openId(SERVICE));
			// What waits for a database that is gone lies on the disk of this machine.
			mariaDb.stop();
			mother.text(SERVICE, WORDS + "，数据库不在").await();
			assertThat(this.folder.resolve("spool")).isDirectoryRecursivelyContaining(
					(file) -> file.getFileName().toString().endsWith(".current") && file.toFile().length() > 100);
		}
		return mother.openId(SERVICE);
	}

	private void writes(SimPerson mother) {
		mother.follow(SERVICE).await();
		mother.text(SERVICE, WORDS + "，电话 " + GUARDIAN_PHONE).await();
		mother.text(SERVICE, "出错 " + WORDS + RESIDENT_NUMBER).await();
		mother.voice(SERVICE, WORDS).await();
		mother.location(SERVICE, 39.94, 116.1, WORDS).await();
		mother.message(SERVICE, "a_new_kind", "<Novel>" + GUARDIAN_PHONE + "</Novel>").await();
		mother.text(SERVICE, "很慢 " + WORDS).await();
		await().atMost(Duration.ofSeconds(20))
			.until(() -> mother.phone(SERVICE)
				.stream()
				.anyMatch((bubble) -> String.valueOf(bubble.text()).startsWith("久等了")));
	}

	private static void works(ConfigurableApplicationContext application, String openId) {
		Actor setup = Actor.system("test");
		Units units = application.getBean(Units.class);
		People people = application.getBean(People.class);
		var commission = units.found(setup, "门头沟区教育委员会");
		var person = people.add(setup, new PersonDetails(STAFF, STAFF_PHONE, commission));
		people.named(STAFF);
		people.withPhone(STAFF_PHONE);
		people.leave(setup, person);
		application.getBean(Holds.class)
			.hold(Officers.with(Role.SECURITY_ADMINISTRATOR), PersonKeys.of(new PersonKey.OpenId(openId),
					new PersonKey.Phone(GUARDIAN_PHONE), new PersonKey.ResidentNumber(RESIDENT_NUMBER)),
					STAFF + "说" + WORDS);
	}

	/** A test that cannot fail proves nothing: a plain word is found. */
	private void plant() throws SQLException {
		try (MariaDb mariaDb = MariaDb.recording(this.folder.resolve("mariadb"));
				Connection connection = DriverManager.getConnection(mariaDb.jdbcUrl(MariaDb.DATABASE), MariaDb.USER,
						mariaDb.password());
				PreparedStatement insert = connection.prepareStatement("""
						INSERT INTO reply_rule (answers, answer, priority, weekdays, enabled, changed_at)
						VALUES ('DEFAULT', ?, 0, '', TRUE, '2026-11-24')
						""")) {
			insert.setString(1, "请打电话 " + GUARDIAN_PHONE);
			insert.executeUpdate();
		}
	}

	private ConfigurableApplicationContext start(MariaDb mariaDb, Redis redis) {
		Map<String, Object> properties = new LinkedHashMap<>(EngineProperties.withoutEngines());
		properties.putAll(EngineProperties.of(mariaDb, MariaDb.DATABASE));
		properties.putAll(EngineProperties.of(redis));
		properties.put("education.wechat.api-base-url", this.simulator.platformUrl());
		properties.put("education.spool.directory", this.folder.resolve("spool"));
		properties.put("education.attachment.directory", this.folder.resolve("attachments"));
		properties.put("server.port", 0);
		properties.put("management.server.port", 0);
		properties.put("server.tomcat.basedir", this.folder.resolve("tomcat"));
		properties.put("server.tomcat.accesslog.enabled", true);
		properties.put("server.tomcat.accesslog.directory", this.folder.resolve("log"));
		String[] arguments = properties.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new);
		return new SpringApplicationBuilder(EducationApplication.class, SimulatedPlatform.Connection.class,
				Handlers.class)
			.initializers((context) -> context.getBeanFactory().registerSingleton("simulator", this.simulator))
			.run(arguments);
	}

	/** One handler that fails and one that comes too late. */
	static class Handlers {

		@Bean
		MessageHandler failingHere() {
			return handler("出错", () -> {
				throw new IllegalStateException(WORDS);
			});
		}

		@Bean
		MessageHandler slowHere() {
			return handler("很慢", () -> {
				await().pollDelay(Duration.ofMillis(4_500)).until(() -> true);
				return "久等了，" + WORDS;
			});
		}

		private static MessageHandler handler(String word, java.util.function.Supplier<String> answer) {
			return new MessageHandler() {

				@Override
				public Turn turn() {
					return Turn.COMMAND_WORD;
				}

				@Override
				public boolean accepts(InboundMessage message) {
					return message.words().filter((words) -> words.startsWith(word)).isPresent();
				}

				@Override
				public Optional<Reply> handle(InboundMessage message) {
					return Optional.of(new Reply.Text(answer.get()));
				}

			};
		}

	}

}
