package cn.mentougou.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import cn.mentougou.delivery.effects.EffectHandlers;
import cn.mentougou.delivery.effects.SlowJob;
import cn.mentougou.education.EngineProperties;

import static org.assertj.core.api.Assertions.assertThat;

/** Two packaged jars on one database, in different zones, of which one is killed. */
@Tag("engine")
class JobKillTests {

	/** Four heartbeats, and what a busy machine needs to start. */
	private static final Duration LEASE = Duration.ofSeconds(4 + 2);

	@TempDir
	private Path folder;

	private final Map<String, Object> properties = EngineProperties.fresh();

	private final JdbcClient jdbc = JdbcClient
		.create(new DriverManagerDataSource((String) this.properties.get("spring.datasource.url"),
				(String) this.properties.get("spring.datasource.username"),
				(String) this.properties.get("spring.datasource.password")));

	@Test
	void killDuringARunIsFollowedByTheOtherInstanceWithinTheLease() {
		try (PackagedApplication one = instance("one", "Asia/Shanghai");
				PackagedApplication two = instance("two", "America/New_York")) {
			one.launch();
			two.launch();
			one.awaitReady();
			two.awaitReady();
			this.jdbc.sql(EffectHandlers.TABLE).update();
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !effects().isEmpty());
			boolean isFirst = effects().equals(List.of("begun one"));
			(isFirst ? one : two).kill();
			Awaitility.await().atMost(LEASE).until(() -> effects().size() > 1);
			assertThat(effects()).element(1).isEqualTo(isFirst ? "begun two" : "begun one");
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> outcomes("LOST") == 1 && outcomes("DONE") > 0);
		}
	}

	private PackagedApplication instance(String name, String zone) {
		Map<String, Object> own = new HashMap<>(this.properties);
		own.put("education.job.heartbeat", "1s");
		own.put("effects.instance", name);
		return new PackagedApplication(own, this.folder.resolve(name)).option("-XX:TieredStopAtLevel=1")
			.option("-Duser.timezone=" + zone)
			.with(SlowJob.class);
	}

	private List<String> effects() {
		return this.jdbc.sql("SELECT words FROM effect ORDER BY id").query(String.class).list();
	}

	private int outcomes(String outcome) {
		return this.jdbc.sql("SELECT COUNT(*) FROM job_run WHERE job = ? AND outcome = ?")
			.params(SlowJob.NAME, outcome)
			.query(Integer.class)
			.single();
	}

}
