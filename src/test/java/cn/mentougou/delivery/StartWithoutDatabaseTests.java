package cn.mentougou.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.delivery.effects.EffectHandlers;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.engines.Engines;
import cn.mentougou.faultproxy.Behaviour;
import cn.mentougou.faultproxy.FaultProxy;
import cn.mentougou.testrun.DemoAccount;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged jar starts while its database is away, takes messages, is killed with them
 * in its spool, starts again, and does everything once when the database comes.
 */
@Tag("engine")
class StartWithoutDatabaseTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	private static final String KEYWORD = "校历";

	private static final String KEYWORD_ANSWER = "本学期校历见官网。";

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "REFUSE", "BLACK_HOLE" })
	void messagesBeforeTheDatabaseAndAcrossAKillAreDoneOnce(Behaviour.Trouble trouble) {
		Map<String, Object> properties = new LinkedHashMap<>(EngineProperties.fresh());
		int port = Engines.shared().mariaDb().port();
		addRule(properties);
		try (FaultProxy database = FaultProxy.to(port); WeChatSimulator simulator = simulator(properties)) {
			database.behave((trouble == Behaviour.Trouble.REFUSE) ? Behaviour.REFUSE : Behaviour.BLACK_HOLE);
			properties.compute("spring.datasource.url",
					(name, url) -> String.valueOf(url).replace(":" + port + "/", ":" + database.port() + "/"));
			try (PackagedApplication application = new PackagedApplication(properties, this.folder)
				.option("-XX:TieredStopAtLevel=1")
				.with(EffectHandlers.class)) {
				simulator.webhook(SERVICE, application.uri("/wechat/" + SERVICE).toString());
				takesMessagesAcrossAKill(application, database, simulator.person("王女士"));
				assertThat(application.stop()).isEqualTo(143);
			}
		}
	}

	private static void takesMessagesAcrossAKill(PackagedApplication application, FaultProxy database,
			SimPerson mother) {
		launch(application);
		mother.follow(SERVICE).await();
		List<String> written = new ArrayList<>(List.of(writtenBy(mother), KEYWORD_ANSWER));
		takesAtOnce(mother, KEYWORD);
		application.kill();
		launch(application);
		assertThat(application.isReady()).isFalse();
		written.add(writtenBy(mother));
		database.behave(Behaviour.PASS);
		application.awaitReady();
		Awaitility.await().atMost(PATIENCE).until(() -> answers(mother).size() >= written.size());
		assertThat(answers(mother)).containsExactlyElementsOf(written);
		assertThat(mother.phone(SERVICE)).noneMatch(Bubble::isFault);
	}

	private static String writtenBy(SimPerson mother) {
		String id = UUID.randomUUID().toString();
		takesAtOnce(mother, EffectHandlers.ECHO + " " + id);
		return EffectHandlers.ANSWER + " " + id;
	}

	private static void takesAtOnce(SimPerson mother, String words) {
		Push push = mother.text(SERVICE, words).await();
		assertThat(push.attempts()).hasSize(1);
		assertThat(push.lastAttempt().answerWire()).isEqualTo("success");
	}

	/** The rules of the last life: what waited is answered by them. */
	private static void addRule(Map<String, Object> properties) {
		JdbcClient jdbc = EngineProperties.migrated(properties);
		jdbc.sql("""
				INSERT INTO reply_rule (id, answers, answer, priority, weekdays, enabled, changed_at)
				VALUES (1, 'WHOLE_KEYWORD', ?, 0, '', TRUE, '2026-11-24 00:00:00')
				""").param(KEYWORD_ANSWER).update();
		jdbc.sql("INSERT INTO reply_phrase (rule_id, place, phrase) VALUES (1, 0, ?)").param(KEYWORD).update();
		jdbc.sql("UPDATE reply_rule_version SET number = number + 1").update();
	}

	/** Answers that waited together come in one message, one under the other. */
	private static List<String> answers(SimPerson mother) {
		return mother.phone(SERVICE)
			.stream()
			.filter((bubble) -> bubble.side() == Bubble.Side.ACCOUNT)
			.flatMap((bubble) -> Stream.of(String.valueOf(bubble.text()).split("\n\n")))
			.filter((text) -> text.startsWith(EffectHandlers.ANSWER) || text.equals(KEYWORD_ANSWER))
			.toList();
	}

	private static void launch(PackagedApplication application) {
		ChildProcess process = application.launch();
		Awaitility.await()
			.atMost(PATIENCE)
			.failFast("the process ended", () -> !process.isAlive())
			.until(() -> accepts(application.uri("/").getPort()));
	}

	private static boolean accepts(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress("localhost", port), 500);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static WeChatSimulator simulator(Map<String, Object> properties) {
		SimulatorSettings settings = DemoAccount.settings(properties);
		WeChatSimulator simulator = WeChatSimulator.start(settings);
		properties.put("education.wechat.api-base-url", simulator.platformUrl());
		return simulator;
	}

}
