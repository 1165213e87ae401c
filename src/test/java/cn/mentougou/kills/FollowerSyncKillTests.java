package cn.mentougou.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import cn.mentougou.delivery.PackagedApplication;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.testrun.DemoAccount;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two packaged jars on one database, of which the one that compares the followers is
 * killed in the middle: {@code -Dsync.followers=100000} for all of them. The table is
 * {@code target/kills/follower-sync.md}: how long it took, and what lived in the memory
 * of the one that went on.
 */
@Tag("kills")
class FollowerSyncKillTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	private static final String LIST = "/cgi-bin/user/get";

	private static final int PAGE = 10_000;

	private static final int FOLLOWERS = Integer.getInteger("sync.followers", 20_500);

	private static final Duration PATIENCE = Duration.ofSeconds(60 + FOLLOWERS / 50);

	@TempDir
	private Path folder;

	private final Map<String, Object> properties = new LinkedHashMap<>(EngineProperties.fresh());

	private final JdbcClient jdbc = JdbcClient
		.create(new DriverManagerDataSource((String) this.properties.get("spring.datasource.url"),
				(String) this.properties.get("spring.datasource.username"),
				(String) this.properties.get("spring.datasource.password")));

	@Test
	void killDuringAComparisonIsFollowedByTheOtherInstanceWithoutAGapAndWithFlatMemory() throws Exception {
		SimulatorSettings settings = DemoAccount.settings(this.properties);
		try (WeChatSimulator simulator = WeChatSimulator.start(settings)) {
			this.properties.put("education.wechat.api-base-url", simulator.platformUrl());
			simulator.crowd(SERVICE, FOLLOWERS);
			try (PackagedApplication one = instance("one"); PackagedApplication two = instance("two")) {
				one.launch();
				two.launch();
				one.awaitReady();
				two.awaitReady();
				Instant start = Instant.now();
				compare();
				Awaitility.await().atMost(PATIENCE).until(() -> number("listed") >= PAGE);
				PackagedApplication killed = running(one, two);
				PackagedApplication left = (killed == one) ? two : one;
				Vitals before = Vitals.of(left);
				killed.kill();
				Awaitility.await().atMost(PATIENCE).until(() -> number("listed") >= (PAGE + FOLLOWERS) / 2);
				Vitals middle = Vitals.of(left);
				Awaitility.await().atMost(PATIENCE).until(() -> number("ended_at IS NOT NULL") == 1);
				Duration listed = Duration.between(start, Instant.now());
				assertThat(number("listed")).isEqualTo(FOLLOWERS);
				assertThat(count("wechat_follower WHERE state = 'FOLLOWING'")).isEqualTo(FOLLOWERS);
				assertThat(count("follower_move WHERE kind = 'FOLLOWED'")).isEqualTo(FOLLOWERS);
				int pages = (FOLLOWERS + PAGE - 1) / PAGE + 1;
				assertThat(simulator.counters().usage(SERVICE, LIST).used()).isBetween(pages, pages + 1);
				Awaitility.await().atMost(PATIENCE).until(() -> count("wechat_follower WHERE profile_due = TRUE") == 0);
				assertThat(count("wechat_follower WHERE way IS NULL")).isZero();
				Vitals after = Vitals.of(left);
				write(listed, Duration.between(start, Instant.now()), List.of(before, middle, after));
				assertThat(after.heap()).isLessThan(before.heap() + 20);
			}
		}
	}

	private static void write(Duration listed, Duration whole, List<Vitals> vitals) throws IOException {
		String heaps = vitals.stream()
			.map((one) -> String.format(Locale.ROOT, "%.0f", one.heap()))
			.collect(Collectors.joining(" / "));
		String table = """
				| followers | listed after | with all profiles after | living heap at the kill / in the middle / at the end, MB |
				|---|---|---|---|
				| %d | %d s | %d s | %s |
				"""
			.formatted(FOLLOWERS, listed.toSeconds(), whole.toSeconds(), heaps);
		Files.writeString(Files.createDirectories(Path.of("target", "kills")).resolve("follower-sync.md"), table);
		System.out.println(table);
	}

	private void compare() {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.jdbc.sql("""
				UPDATE follower_sync
				SET due_at = '2020-01-01', version = version + 1
				WHERE app_id = ?
				""").param(SERVICE).update() == 1);
		this.jdbc.sql("UPDATE scheduled_task SET execution_time = '2020-01-01' WHERE task_name = 'follower-sync'")
			.update();
	}

	/** The one that said so began it. */
	private static PackagedApplication running(PackagedApplication one, PackagedApplication two) {
		return one.process().output().contains("begins again") ? one : two;
	}

	private long number(String column) {
		return this.jdbc.sql("SELECT " + column + " FROM follower_sync WHERE app_id = ?")
			.param(SERVICE)
			.query(Long.class)
			.single();
	}

	private int count(String fromWhere) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + fromWhere).query(Integer.class).single();
	}

	private PackagedApplication instance(String name) {
		Map<String, Object> own = new LinkedHashMap<>(this.properties);
		own.put("education.job.heartbeat", "1s");
		return new PackagedApplication(own, this.folder.resolve(name)).option("-XX:TieredStopAtLevel=1")
			.option("-Xmx256m");
	}

}
