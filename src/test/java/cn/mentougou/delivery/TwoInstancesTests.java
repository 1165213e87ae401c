package cn.mentougou.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import cn.mentougou.delivery.effects.EffectHandlers;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.testrun.DemoAccount;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushRecord;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two packaged jars on one database behind the shipped nginx, which gives each push to
 * the other one in turn.
 */
@Tag("engine")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoInstancesTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	@TempDir
	private static Path folder;

	private static WeChatSimulator simulator;

	private static List<PackagedApplication> instances;

	private static Nginx nginx;

	private static JdbcClient jdbc;

	@BeforeAll
	static void start() throws Exception {
		Map<String, Object> properties = new LinkedHashMap<>(EngineProperties.fresh());
		SimulatorSettings settings = DemoAccount.settings(properties);
		simulator = WeChatSimulator.start(settings);
		properties.put("education.wechat.api-base-url", simulator.platformUrl());
		instances = List.of(instance(properties, "one"), instance(properties, "two"));
		nginx = Nginx.start(Files.createDirectory(folder.resolve("proxy")), instances.get(0).uri("/").getPort(),
				instances.get(1).uri("/").getPort());
		instances.forEach(PackagedApplication::launch);
		instances.forEach(PackagedApplication::awaitReady);
		simulator.webhook(SERVICE, nginx.uri("/wechat/" + SERVICE).toString());
		jdbc = JdbcClient.create(new DriverManagerDataSource((String) properties.get("spring.datasource.url"),
				(String) properties.get("spring.datasource.username"),
				(String) properties.get("spring.datasource.password")));
		jdbc.sql(EffectHandlers.TABLE).update();
	}

	@AfterAll
	static void stop() {
		simulator.close();
		nginx.close();
		instances.forEach(PackagedApplication::close);
	}

	@Test
	@Order(1)
	void repeatGoesToTheOtherInstanceAndGetsTheVerySameReply() throws IOException {
		SimPerson mother = follower("王女士");
		nginx.awaitLines(1);
		for (String words : List.of("几点上班", EffectHandlers.QUICK + " " + UUID.randomUUID())) {
			Push first = mother.text(SERVICE, words).await();
			Push again = simulator.redeliver(first.id()).await();
			assertThat(again.lastAttempt().answerClear()).isEqualTo(first.lastAttempt().answerClear()).isNotNull();
			assertThat(again.lastAttempt().answerWire()).isNotEqualTo(first.lastAttempt().answerWire());
			List<String> lines = nginx.awaitLines(2);
			assertThat(lines.get(0).split(" ")[7]).as("upstream of " + lines).isNotEqualTo(lines.get(1).split(" ")[7]);
		}
	}

	@Test
	@Order(2)
	void repeatDuringTheWorkIsParkedAndAnsweredOnceByCustomerServiceMessage() {
		SimPerson mother = follower("张女士");
		String id = UUID.randomUUID().toString();
		Push first = mother.text(SERVICE, EffectHandlers.SLOW + " " + id);
		Awaitility.await().until(() -> !first.attempts().isEmpty());
		Push again = simulator.redeliver(first.id());
		assertThat(List.of(first.await(), again.await())).extracting(Push::state).containsOnly(PushRecord.State.SILENT);
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> answers(mother, id) == 1);
		assertThat(effects(id)).isOne();
	}

	@Test
	@Order(3)
	void tokenIsFetchedOnceForBothInstances() {
		List<SimPerson> people = IntStream.range(0, 6).mapToObj((i) -> follower("家长" + i)).toList();
		List<Push> pushes = people.stream()
			.map((person) -> person.text(SERVICE, EffectHandlers.SLOW + " token " + person.id()))
			.toList();
		pushes.forEach(Push::await);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> people.stream().allMatch((person) -> answers(person, "token " + person.id()) == 1));
		assertThat(instances).allSatisfy((instance) -> assertThat(instance.process().output()).contains("outbound"));
		assertThat(simulator.counters().usage(SERVICE, "/cgi-bin/stable_token").used()).isOne();
	}

	@Test
	@Order(4)
	void killOfOneInstanceLosesNothingAndNobodySeesAFault() {
		List<SimPerson> people = IntStream.range(0, 20).mapToObj((i) -> follower("家长" + i)).toList();
		List<Push> pushes = new ArrayList<>();
		for (int round = 0; round < 30; round++) {
			for (SimPerson person : people) {
				pushes.add(person.text(SERVICE, EffectHandlers.QUICK + " " + person.id() + "-" + round));
			}
			if (round == 10) {
				instances.get(0).kill();
			}
			pushes.get(pushes.size() - 1).await();
		}
		assertThat(pushes).allSatisfy((push) -> assertThat(push.await().state()).isEqualTo(PushRecord.State.ANSWERED));
		for (SimPerson person : people) {
			assertThat(person.phone(SERVICE)).noneMatch(Bubble::isFault);
			for (int round = 0; round < 30; round++) {
				assertThat(effects(person.id() + "-" + round)).isOne();
				assertThat(answers(person, person.id() + "-" + round)).isOne();
			}
		}
	}

	private static PackagedApplication instance(Map<String, Object> properties, String name) {
		return new PackagedApplication(properties, folder.resolve(name)).option("-XX:TieredStopAtLevel=1")
			.with(EffectHandlers.class);
	}

	private static SimPerson follower(String nickname) {
		SimPerson person = simulator.person(nickname);
		person.follow(SERVICE).await();
		return person;
	}

	private static long answers(SimPerson person, String id) {
		return person.phone(SERVICE)
			.stream()
			.filter((bubble) -> (EffectHandlers.ANSWER + " " + id).equals(bubble.text()))
			.count();
	}

	private static int effects(String id) {
		return jdbc.sql("SELECT COUNT(*) FROM effect WHERE words = ?").param(id).query(Integer.class).single();
	}

}
