package cn.mentougou.education.journey;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.journey.JourneyHandlers.Effects;
import cn.mentougou.education.journey.JourneyHandlers.Gate;
import cn.mentougou.education.wechat.account.WeChatHosts;
import cn.mentougou.engines.Engines;
import cn.mentougou.engines.MariaDb;
import cn.mentougou.faultproxy.Behaviour;
import cn.mentougou.faultproxy.FaultProxy;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushRecord;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The application with a line that can be spoiled to each of its neighbours: MariaDB,
 * Redis and the platform. All journeys below share it, and each leaves it in order.
 */
@Journey
abstract class FaultyLines {

	static final String SERVICE = EngineProperties.SERVICE;

	static final FaultProxy database = FaultProxy.to(Engines.shared().mariaDb().port());

	static final FaultProxy redis = FaultProxy.to(Engines.shared().redis().port());

	@Autowired
	WeChatSimulator simulator;

	@Autowired
	Effects effects;

	@Autowired
	Gate gate;

	@Autowired
	PlatformLine platform;

	SimPerson mother;

	@Value("${spring.datasource.url}")
	private String url;

	@DynamicPropertySource
	static void lines(DynamicPropertyRegistry registry) {
		String name = Engines.shared().mariaDb().newDatabase();
		registry.add("spring.datasource.url", () -> "jdbc:mysql://127.0.0.1:" + database.port() + "/" + name);
		registry.add("spring.datasource.username", () -> MariaDb.USER);
		registry.add("spring.datasource.password", Engines.shared().mariaDb()::password);
		registry.add("spring.data.redis.port", redis::port);
		registry.add("education.spool.max-size", () -> "16KB");
		registry.add("education.dispatch.answer-within", () -> "1500ms");
	}

	@BeforeEach
	void arrive() {
		this.gate.open();
		this.mother = this.simulator.person("王女士");
		this.mother.follow(SERVICE).await();
	}

	@AfterEach
	void repair() {
		List.of(database, redis, this.platform.proxy()).forEach((line) -> line.behave(Behaviour.PASS));
		this.simulator.faults().clear();
		// The next journey begins with an application that has found its feet again.
		until(() -> write().lastAttempt().answerWire().startsWith("<xml>"));
	}

	/** Somebody writes something with an effect. */
	Push write() {
		SimPerson person = this.simulator.person("路人");
		person.follow(SERVICE).await();
		return person.text(SERVICE, JourneyHandlers.COUNT + UUID.randomUUID()).await();
	}

	/** The mother writes words of her own, and is answered at once. */
	void isAnsweredAtOnce(Duration atMost) {
		String words = JourneyHandlers.COUNT + UUID.randomUUID();
		Push push = this.mother.text(SERVICE, words).await();
		assertThat(push.state()).isEqualTo(PushRecord.State.ANSWERED);
		assertThat(push.attempts()).hasSize(1);
		assertThat(push.lastAttempt().durationMillis()).isLessThan(atMost.toMillis());
		assertThat(this.effects.of(words)).isOne();
	}

	/** The mother writes what takes too long; its reply is then to go the other way. */
	String parked() {
		String words = JourneyHandlers.GATED + UUID.randomUUID();
		this.gate.close();
		Push push = this.mother.text(SERVICE, words).await();
		assertThat(push.lastAttempt().answerWire()).isEqualTo("success");
		assertThat(push.attempts()).hasSize(1);
		this.gate.open();
		return words;
	}

	/** How often the mother read this. */
	long read(String answer) {
		return read(this.mother, answer);
	}

	static long read(SimPerson person, String answer) {
		return person.phone(SERVICE)
			.stream()
			.flatMap((bubble) -> Stream.of(String.valueOf(bubble.text()).split("\n\n")))
			.filter(answer::equals)
			.count();
	}

	void sawNoFault() {
		assertThat(this.mother.phone(SERVICE)).noneMatch(Bubble::isFault);
	}

	/** How the last late reply to the mother stands in the ledger. */
	String ledger() {
		return direct().sql("""
				SELECT CONCAT_WS(' ', state, reason)
				FROM outbound_message
				ORDER BY id DESC
				LIMIT 1
				""").query(String.class).optional().orElse("nothing");
	}

	/** The database by another way than the application's. */
	JdbcClient direct() {
		return JdbcClient.create(new DriverManagerDataSource(
				Engines.shared().mariaDb().jdbcUrl(this.url.substring(this.url.lastIndexOf('/') + 1)), MariaDb.USER,
				Engines.shared().mariaDb().password()));
	}

	static void until(Callable<Boolean> condition) {
		await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60)).until(condition);
	}

	/** The line to the platform. */
	record PlatformLine(FaultProxy proxy) {
	}

	/** Leads the application over the line to the platform. */
	static class OverTheLine {

		@Bean
		PlatformLine platformLine(WeChatSimulator simulator) {
			return new PlatformLine(FaultProxy.to(URI.create(simulator.platformUrl()).getPort()));
		}

		@Bean
		@Primary
		WeChatHosts hostsOverTheLine(PlatformLine line) {
			String url = "http://127.0.0.1:" + line.proxy().port();
			return new WeChatHosts(url, url, url);
		}

	}

}
