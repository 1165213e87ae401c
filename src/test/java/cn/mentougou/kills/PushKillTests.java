package cn.mentougou.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.delivery.effects.Covers;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.kills.sending.PushingApplication;
import cn.mentougou.testrun.DemoAccount;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.mass.MassJob;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code kill -9} while two processes push, one push a kill, by a clock that runs faster
 * and at a platform that is slow: its log holds exactly one mass send for each. Six kills
 * in every build, 50 with {@code -Pkills}, any number with {@code -Dkills.push=1000}.
 */
@Tag("engine")
@Tag("kills")
class PushKillTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	private static final int KILLS = Integer.getInteger("kills.push", 6);

	private static final Path TABLE = Path.of("target", "kills", "push.md");

	private static final Random random = new Random(Long.getLong("kills.seed", 20141231));

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private static Path folder;

	private final List<Instance> instances = new ArrayList<>();

	@Test
	void everyPushIsSentOnceWhoeverIsKilled() throws Exception {
		Instant since = Instant.now();
		Map<String, Object> properties = new LinkedHashMap<>(EngineProperties.fresh());
		properties.put("fast.since", since.toString());
		SimulatorSettings settings = DemoAccount.settings(properties).clock(PushingApplication.fast(since));
		try (WeChatSimulator simulator = WeChatSimulator.start(settings)) {
			properties.put("education.wechat.api-base-url", simulator.platformUrl());
			properties.put("sample.cover", Covers.upload(simulator.platformUrl(), SERVICE, properties));
			run(simulator, properties, new Times(since, Covers.tag(simulator.platformUrl(), SERVICE, properties)));
		}
		finally {
			this.instances.forEach(Instance::kill);
		}
	}

	private void run(WeChatSimulator simulator, Map<String, Object> properties, Times times) throws Exception {
		JdbcClient jdbc = EngineProperties.migrated(properties);
		Path file = Instance.written(folder, properties);
		this.instances.add(new Instance(PushingApplication.class, file));
		this.instances.add(new Instance(PushingApplication.class, file));
		this.instances.forEach(Instance::start);
		simulator.faults().add(Fault.latency(Duration.ofMillis(250)).onPath("/cgi-bin/draft/add"));
		simulator.faults().add(Fault.latency(Duration.ofMillis(250)).onPath("/cgi-bin/message/mass/sendall"));
		for (int kill = 0; kill < KILLS; kill++) {
			plan(jdbc, kill + 1, times);
			long id = kill + 1;
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.pollInterval(Duration.ofMillis(10))
				.until(() -> count(jdbc, "push_step WHERE plan_id = " + id) > 0);
			TimeUnit.MILLISECONDS.sleep(random.nextInt(600));
			// Nobody knows which of the two has it: both die.
			this.instances.forEach(Instance::kill);
			this.instances.forEach(Instance::start);
		}
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofMillis(100))
			.until(() -> count(jdbc, "push_plan WHERE state <> 'SENT'") == 0);
		judge(simulator, jdbc);
	}

	private static void plan(JdbcClient jdbc, long id, Times times) {
		Instant now = PushingApplication.fast(times.since()).instant();
		jdbc.sql("""
				INSERT INTO push_plan (id, app_id, slot_at, verb, tag_id, late, late_until, state, reason, revision,
					generation, tries, next_try_at, actor_id, created_at)
				VALUES (?, ?, ?, 'MASS', ?, 'UNTIL', ?, 'PLANNED', '', 1, 1, 0, ?, 0, ?)
				""")
			.params(id, SERVICE, Timestamp.from(now), times.tag(), Timestamp.from(now.plus(Duration.ofDays(2))),
					Timestamp.from(now), Timestamp.from(now))
			.update();
		jdbc.sql("INSERT INTO push_plan_item (plan_id, place, news_id) VALUES (?, 1, ?)").params(id, id).update();
	}

	private static void judge(WeChatSimulator simulator, JdbcClient jdbc) throws IOException {
		List<MassJob> masses = simulator.mass().masses(SERVICE);
		int[] times = new int[4];
		List<String> wrong = new ArrayList<>();
		for (Map<String, Object> plan : jdbc.sql("SELECT id, platform_id FROM push_plan").query().listOfRows()) {
			String title = "教育新闻 " + plan.get("id");
			List<MassJob> ours = masses.stream()
				.filter((job) -> job.body().articles().get(0).title().equals(title))
				.toList();
			times[Math.min(3, ours.size())]++;
			boolean isRight = ours.size() == 1 && String.valueOf(ours.get(0).msgId()).equals(plan.get("platform_id"));
			if (!isRight) {
				wrong.add(plan + " " + ours);
			}
		}
		int repeated = count(jdbc, "push_step WHERE kind = 'SEND'") - count(jdbc, "push_plan");
		String table = """
				| kills | pushes | none | one | two or more | calls repeated with their key |
				|---|---|---|---|---|---|
				| %d | %d | %d | %d | %d | %d |
				""".formatted(KILLS, KILLS, times[0], times[1], times[2] + times[3], repeated);
		Files.createDirectories(TABLE.getParent());
		Files.writeString(TABLE, table);
		System.out.println(table);
		assertThat(wrong).isEmpty();
		assertThat(masses).hasSize(KILLS);
	}

	private static int count(JdbcClient jdbc, String from) {
		return jdbc.sql("SELECT COUNT(*) FROM " + from).query(Integer.class).single();
	}

	/** Since when the clock runs fast, and the tag of those who get the pushes. */
	private record Times(Instant since, long tag) {
	}

}
