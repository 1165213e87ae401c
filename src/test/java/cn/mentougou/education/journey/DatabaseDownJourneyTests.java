package cn.mentougou.education.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.journey.JourneyHandlers.Effects;
import cn.mentougou.engines.MariaDb;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** MySQL goes and comes back while people write. */
@Journey
@DirtiesContext
class DatabaseDownJourneyTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	private static final MariaDb DATABASE = MariaDb.temporary();

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private Effects effects;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		String url = DATABASE.jdbcUrl(DATABASE.newDatabase());
		registry.add("spring.datasource.url", () -> url);
		registry.add("spring.datasource.username", () -> MariaDb.USER);
		registry.add("spring.datasource.password", DATABASE::password);
	}

	@AfterAll
	static void close() {
		DATABASE.close();
	}

	@Test
	void whatIsWrittenMeanwhileIsTakenAtOnceAndAnsweredInOrderAfterwards() {
		SimPerson mother = this.simulator.person("王女士");
		mother.follow(SERVICE).await();
		DATABASE.kill();
		List<String> words = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			words.add(JourneyHandlers.COUNT + i + UUID.randomUUID());
			Push push = mother.text(SERVICE, words.get(i)).await();
			assertThat(push.lastAttempt().answerWire()).isEqualTo("success");
			assertThat(push.attempts()).hasSize(1);
		}
		DATABASE.start();
		// The scheduler's threads may fail meanwhile: it goes on by itself.
		await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(40)).until(() -> answers(mother) == 4);
		assertThat(words).allSatisfy((text) -> assertThat(this.effects.of(text)).isOne());
		await().dontCatchUncaughtExceptions()
			.atMost(Duration.ofSeconds(10))
			.until(() -> mother.text(SERVICE, JourneyHandlers.COUNT + UUID.randomUUID())
				.await()
				.lastAttempt()
				.answerWire()
				.startsWith("<xml>"));
		assertThat(mother.phone(SERVICE)).noneMatch(Bubble::isFault);
	}

	/** Answers that waited together come in one message. */
	private static long answers(SimPerson person) {
		return person.phone(SERVICE)
			.stream()
			.flatMap((bubble) -> Stream.of(String.valueOf(bubble.text()).split("\n\n")))
			.filter("记好了"::equals)
			.count();
	}

}
