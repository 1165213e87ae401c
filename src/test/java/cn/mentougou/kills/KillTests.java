package cn.mentougou.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import cn.mentougou.engines.Engine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code kill -9} under load, in rounds: kills, then rest, then the comparison. A few in
 * every build, many with {@code -Pkills}.
 */
@Tag("engine")
@Tag("kills")
class KillTests {

	private static final int KILLS_A_ROUND = 10;

	private static final int MESSAGES_A_SECOND = Integer.getInteger("kills.rate", 30);

	private static final Duration SETTLED = Duration.ofSeconds(60);

	private static final Path TABLE = Path.of("target", "kills", "kills.md");

	private static final Random random = new Random(Long.getLong("kills.seed", 20141231));

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private static Path folder;

	private static Site site;

	@BeforeAll
	static void start() throws Exception {
		site = Site.start(folder, 200);
		Files.createDirectories(TABLE.getParent());
		Files.writeString(TABLE, """
				| killed | times | longest downtime | messages | answered | of these later | fault lines in downtime \
				| dead letters | undecided | lost or twice | settled after |
				|---|---|---|---|---|---|---|---|---|---|---|
				""");
	}

	@AfterAll
	static void stop() {
		if (site != null) {
			site.close();
		}
	}

	@Test
	void applicationDies() throws Exception {
		rounds("application", Integer.getInteger("kills.application", 4), (number) -> {
			site.instance(number).kill();
			site.instance(number).start();
		});
	}

	@Test
	void mariaDbDies() throws Exception {
		rounds("MariaDB", Integer.getInteger("kills.mariadb", 2), (number) -> restart(site.engines().mariaDb()));
	}

	@Test
	void redisDies() throws Exception {
		rounds("Redis", Integer.getInteger("kills.redis", 2), (number) -> restart(site.engines().redis()));
	}

	private static void restart(Engine engine) {
		engine.kill();
		engine.start();
	}

	private static void rounds(String name, int kills, Kill kill) throws Exception {
		for (int done = 0; done < kills; done += KILLS_A_ROUND) {
			round(name, done, Math.min(kills, done + KILLS_A_ROUND), kill);
		}
	}

	private static void round(String name, int from, int until, Kill kill) throws Exception {
		Downtimes downtimes = new Downtimes();
		int deadLetters = count("dead_letter", "1 = 1");
		int openEnds = openEnds();
		List<Sent> all;
		Strays strays = Strays.start(site.people(), name + from);
		try (strays; Load load = Load.start(site.people(), name + from, MESSAGES_A_SECOND, random.nextLong())) {
			pause(2000);
			for (int number = from; number < until; number++) {
				Instant dead = Instant.now();
				kill.happen(number);
				downtimes.add(dead, Instant.now());
				pause(random.nextInt(500, 3000));
			}
			pause(2000);
			all = load.stop();
		}
		Duration settled = settle(all, downtimes.lastEnd());
		Awaitility.await()
			.atMost(SETTLED)
			.until(() -> strays.areDone() && site.isSpoolEmpty() && count("inbox_message", "state <> 'DONE'") == 0);
		strays.judge(site.jdbc());
		Verdicts verdicts = Verdicts.of(all, site, downtimes, count("dead_letter", "1 = 1") - deadLetters,
				openEnds() - openEnds);
		write(name, until - from, downtimes, verdicts, settled);
		Files.write(TABLE.resolveSibling(name + from + ".txt"), verdicts.details());
		assertThat(verdicts.violations()).isEmpty();
		assertThat(settled).isLessThan(SETTLED);
	}

	/** How long after the last kill was over nothing was left to be done. */
	private static Duration settle(List<Sent> all, Instant since) {
		Awaitility.await()
			.atMost(SETTLED.plusSeconds(60))
			.pollInterval(Duration.ofMillis(200))
			.until(() -> all.stream().allMatch((sent) -> sent.push().isDone()) && site.isSpoolEmpty()
					&& count("inbox_message", "state <> 'DONE'") == 0
					&& count("outbound_message", "state IN ('NEW', 'SENDING')") == 0);
		return Duration.between(since, Instant.now());
	}

	private static int openEnds() {
		return count("outbound_message", "state IN ('UNKNOWN', 'REFUSED', 'EXPIRED')");
	}

	private static int count(String table, String condition) {
		return site.jdbc().sql("SELECT COUNT(*) FROM " + table + " WHERE " + condition).query(Integer.class).single();
	}

	private static void write(String name, int kills, Downtimes downtimes, Verdicts verdicts, Duration settled)
			throws IOException {
		Files.writeString(TABLE,
				"| %s | %d | %.1f s | %d | %d | %d | %d | %d | %d | %d | %.1f s |%n".formatted(name, kills,
						downtimes.longest().toMillis() / 1000.0, verdicts.messages(), verdicts.answered(),
						verdicts.late(), verdicts.faults(), verdicts.deadLetters(), verdicts.undecided(),
						verdicts.violations().size(), settled.toMillis() / 1000.0),
				StandardOpenOption.APPEND);
	}

	private static void pause(long millis) throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(millis);
	}

	/** Ends a process and starts it again. */
	private interface Kill {

		void happen(int number) throws Exception;

	}

}
