package cn.mentougou.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import cn.mentougou.delivery.effects.EffectHandlers;
import cn.mentougou.wechatsim.push.PushRecord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Five times the expected load without pause: what two instances take must not grow. The
 * first fifth of the time is for warming up.
 */
@Tag("soak")
class SoakTests {

	private static final int MESSAGES_A_SECOND = Integer.getInteger("soak.rate", 100);

	private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("soak.minutes", 20));

	private static final int LOOKS = 40;

	private static final int WARM = LOOKS / 5;

	private static final Path TABLE = Path.of("target", "soak", "soak.md");

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path folder;

	private final List<Long> millis = new ArrayList<>();

	private int messages;

	private int faults;

	@Test
	void nothingGrowsUnderLoad() throws Exception {
		List<List<Vitals>> looks = new ArrayList<>(List.of(new ArrayList<>(), new ArrayList<>()));
		begin();
		try (Site site = Site.start(this.folder, 500);
				Load load = Load.start(site.people(), "soak", MESSAGES_A_SECOND, 20141231)) {
			long start = System.nanoTime();
			for (int look = 1; look <= LOOKS; look++) {
				awaitLook(load, start + TIME.toNanos() * look / LOOKS);
				for (int i = 0; i < looks.size(); i++) {
					looks.get(i).add(Vitals.of(site.instance(i)));
				}
				write(look, looks);
			}
		}
		finish(looks);
		assertThat(this.faults).as("fault lines").isZero();
		for (List<Vitals> one : looks) {
			isFlat("heap", one, Vitals::heap);
			isFlat("RSS", one, Vitals::rss);
			isFlat("threads", one, Vitals::threads);
			isFlat("connections", one, Vitals::connections);
			isFlat("open files", one, Vitals::files);
		}
	}

	private void awaitLook(Load load, long at) throws InterruptedException {
		while (System.nanoTime() < at) {
			TimeUnit.MILLISECONDS.sleep(200);
			for (Sent sent : load.takeDone()) {
				this.messages++;
				if (!sent.word().equals(EffectHandlers.SLOW)) {
					this.millis.add(sent.push().lastAttempt().durationMillis());
				}
				this.faults += (sent.push().state() == PushRecord.State.FAILED) ? 1 : 0;
			}
		}
	}

	/** The last quarter takes not a tenth more than the first one after warming up. */
	private static void isFlat(String name, List<Vitals> looks, ToDoubleFunction<Vitals> figure) {
		List<Vitals> warm = looks.subList(WARM, looks.size());
		int quarter = warm.size() / 4;
		double early = mean(warm.subList(0, quarter), figure);
		double late = mean(warm.subList(warm.size() - quarter, warm.size()), figure);
		assertThat(late).as(name + " early " + early + ", late " + late).isLessThan(early * 1.1 + 2);
	}

	private static double mean(List<Vitals> looks, ToDoubleFunction<Vitals> figure) {
		return looks.stream().mapToDouble(figure).average().orElseThrow();
	}

	private long percentile(double share) {
		List<Long> sorted = this.millis.stream().sorted().toList();
		return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
	}

	private static void begin() throws IOException {
		Files.createDirectories(TABLE.getParent());
		Files.writeString(TABLE, "%d messages a second for %d minutes, two instances%n%n".formatted(MESSAGES_A_SECOND,
				TIME.toMinutes())
				+ "| minute | messages | heap MB | RSS MB | threads | connections | open files |\n|---|---|---|---|---|---|---|\n");
	}

	private void write(int look, List<List<Vitals>> looks) throws IOException {
		Vitals one = looks.get(0).get(look - 1);
		Vitals two = looks.get(1).get(look - 1);
		append("| %.1f | %d | %.1f / %.1f | %.0f / %.0f | %d / %d | %d / %d | %d / %d |%n".formatted(
				TIME.toSeconds() * look / 60.0 / LOOKS, this.messages, one.heap(), two.heap(), one.rss(), two.rss(),
				one.threads(), two.threads(), one.connections(), two.connections(), one.files(), two.files()));
	}

	private void finish(List<List<Vitals>> looks) throws IOException {
		append("%n%d messages, %d fault lines; but for the slow ones p50 %d ms, p99 %d ms, p99.9 %d ms%n"
			.formatted(this.messages, this.faults, percentile(0.5), percentile(0.99), percentile(0.999)));
		for (List<Vitals> one : looks) {
			append("%nheap by the hour: %+.1f %% of its mean%n".formatted(slope(one.subList(WARM, one.size()))));
		}
	}

	/** The line of best fit through the heap, in percent of its mean an hour. */
	private static double slope(List<Vitals> looks) {
		double hours = TIME.toSeconds() / 3600.0 / LOOKS;
		double middle = (looks.size() - 1) / 2.0;
		double mean = mean(looks, Vitals::heap);
		double above = 0;
		double below = 0;
		for (int i = 0; i < looks.size(); i++) {
			above += (i - middle) * (looks.get(i).heap() - mean);
			below += (i - middle) * (i - middle);
		}
		return above / below / hours / mean * 100;
	}

	private static void append(String line) throws IOException {
		Files.writeString(TABLE, line, StandardOpenOption.APPEND);
	}

}
