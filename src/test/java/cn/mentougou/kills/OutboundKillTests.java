package cn.mentougou.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.kills.sending.Orders;
import cn.mentougou.kills.sending.SendingApplication;
import cn.mentougou.testrun.DemoAccount;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code kill -9} while two processes send to many people, a text and a template message
 * each: the phones are the witness. A few people and kills in every build, 2,000 people
 * and 30 kills with {@code -Pkills}.
 */
@Tag("engine")
@Tag("kills")
class OutboundKillTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	private static final int KILLS = Integer.getInteger("kills.outbound", 4);

	private static final int PEOPLE = Integer.getInteger("kills.people", 120);

	private static final Path TABLE = Path.of("target", "kills", "outbound.md");

	private static final Random random = new Random(Long.getLong("kills.seed", 20141231));

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private static Path folder;

	private final List<Instance> instances = new ArrayList<>();

	@Test
	void nothingKeyedIsLostOrDoubleAndNothingKeylessDoubleOrSilentlyLost() throws Exception {
		Map<String, Object> properties = new LinkedHashMap<>(EngineProperties.fresh());
		properties.put("education.outbound.silence", "10s");
		properties.put("education.outbound.senders", "8");
		SimulatorSettings settings = DemoAccount.settings(properties);
		try (WeChatSimulator simulator = WeChatSimulator.start(settings)) {
			properties.put("education.wechat.api-base-url", simulator.platformUrl());
			run(simulator, properties);
		}
		finally {
			this.instances.forEach(Instance::kill);
		}
	}

	private void run(WeChatSimulator simulator, Map<String, Object> properties) throws Exception {
		JdbcClient jdbc = EngineProperties.migrated(properties);
		jdbc.sql(Orders.TABLE).update();
		Path file = Instance.written(folder, properties);
		this.instances.addAll(
				List.of(new Instance(SendingApplication.class, file), new Instance(SendingApplication.class, file)));
		this.instances.forEach(Instance::start);
		List<SimPerson> people = IntStream.range(0, PEOPLE).mapToObj((i) -> simulator.person("家长" + i)).toList();
		people.stream().map((person) -> person.follow(SERVICE)).toList().forEach(Push::await);
		people.stream().map((person) -> person.text(SERVICE, "您好")).toList().forEach(Push::await);
		String template = simulator.notices().adopt(SERVICE, "43219").id();
		simulator.faults().add(Fault.latency(Duration.ofMillis(100)).onPath("/cgi-bin/message/custom/send"));
		simulator.faults().add(Fault.latency(Duration.ofMillis(100)).onPath("/cgi-bin/message/template/send"));
		Instant lastKill = orderAndKill(people, jdbc, template);
		Duration settled = settle(jdbc, lastKill);
		judge(people, jdbc, settled);
	}

	private Instant orderAndKill(List<SimPerson> people, JdbcClient jdbc, String template) throws Exception {
		int ordered = 0;
		Instant lastKill = Instant.now();
		for (int kill = 0; kill < KILLS; kill++) {
			int until = (kill == KILLS - 1) ? people.size() : people.size() * (kill + 1) / KILLS;
			for (; ordered < until; ordered++) {
				jdbc.sql("INSERT INTO effect_order (number, app_id, open_id, template) VALUES (?, ?, ?, ?)")
					.params(ordered, SERVICE, people.get(ordered).openId(SERVICE), template)
					.update();
			}
			Instance victim = this.instances.get(kill % 2);
			Awaitility.await()
				.atMost(Duration.ofMinutes(2))
				.pollInterval(Duration.ofMillis(20))
				.until(() -> count(jdbc, "outbound_message WHERE state = 'SENDING'") > 4 || isAllSent(jdbc));
			TimeUnit.MILLISECONDS.sleep(random.nextInt(250));
			victim.kill();
			lastKill = Instant.now();
			victim.start();
		}
		return lastKill;
	}

	/** How long after the last kill was nothing left to be done. */
	private static Duration settle(JdbcClient jdbc, Instant since) throws InterruptedException {
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofMillis(200))
			.until(() -> isAllSent(jdbc));
		Duration settled = Duration.between(since, Instant.now());
		// The last card is on its way to the phone.
		TimeUnit.SECONDS.sleep(1);
		return settled;
	}

	private static boolean isAllSent(JdbcClient jdbc) {
		return count(jdbc, "effect_order") == 0
				&& count(jdbc, "outbound_message WHERE state IN ('NEW', 'SENDING')") == 0;
	}

	private static void judge(List<SimPerson> people, JdbcClient jdbc, Duration settled) throws IOException {
		Map<String, Integer> seen = seen(people);
		Set<String> undecided = new HashSet<>(jdbc
			.sql("SELECT CONCAT(LEFT(channel, 1), '-', SUBSTRING(purpose, 6)) FROM outbound_message "
					+ "WHERE state = 'UNKNOWN'")
			.query(String.class)
			.list());
		List<String> wrong = new ArrayList<>();
		int[] lost = new int[2];
		for (int number = 0; number < people.size(); number++) {
			for (String name : List.of("C-" + number, "T-" + number)) {
				int times = seen.getOrDefault(name, 0);
				if (times > 1) {
					wrong.add(name + " seen " + times + " times");
				}
				if (times == 0) {
					lost[name.startsWith("T") ? 1 : 0]++;
					if (name.startsWith("T") || !undecided.contains(name)) {
						wrong.add(name + " is missing and nobody says so");
					}
				}
			}
		}
		long keyed = undecided.stream().filter((name) -> name.startsWith("T")).count();
		String table = """
				| channel | messages | kills | lost | lost and not shown | double | undecided | settled after the last kill |
				|---|---|---|---|---|---|---|---|
				| template (keyed) | %d | %d | %d | 0 | 0 | %d | %.1f s |
				| customer service (keyless) | %1$d | %2$d | %d, all among the undecided | 0 | 0 | %d | |
				"""
			.formatted(people.size(), KILLS, lost[1], keyed, settled.toMillis() / 1000.0, lost[0],
					undecided.size() - keyed);
		Files.createDirectories(TABLE.getParent());
		Files.writeString(TABLE, wrong.isEmpty() ? table : "WRONG " + wrong + "\n" + table);
		System.out.println(table);
		assertThat(wrong).isEmpty();
		assertThat(keyed).isZero();
		assertThat(undecided.size() - keyed).isLessThanOrEqualTo(KILLS * 8L);
	}

	private static Map<String, Integer> seen(List<SimPerson> people) {
		Map<String, Integer> seen = new HashMap<>();
		for (SimPerson person : people) {
			for (Bubble bubble : person.phone(SERVICE)) {
				if (bubble.text() != null) {
					bubble.text().lines().forEach((line) -> seen.merge(line, 1, Integer::sum));
				}
				bubble.rows().forEach((row) -> seen.merge(row.value(), 1, Integer::sum));
			}
		}
		return seen;
	}

	private static int count(JdbcClient jdbc, String from) {
		return jdbc.sql("SELECT COUNT(*) FROM " + from).query(Integer.class).single();
	}

}
