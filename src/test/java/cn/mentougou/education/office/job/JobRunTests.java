package cn.mentougou.education.office.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JobRunTests extends JobFixture {

	private static final Duration HOUR = Duration.ofHours(1);

	/** Long enough for a second run to be seen. */
	private static final Duration WATCH = Duration.ofMillis(700);

	private final JumpingClock clock = new JumpingClock("2026-03-01T01:59:59");

	private final AtomicInteger runs = new AtomicInteger();

	private final Job nightly = Job.daily("nightly", "每夜一次", LocalTime.of(2, 0), this.runs::incrementAndGet);

	private void startBoth(Job... jobs) {
		start("one", this.clock, jobs);
		start("two", this.clock, jobs);
	}

	private static Instant beijing(String time) {
		return Instant.parse(time + "+08:00");
	}

	private void ran(int times) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.runs.get() == times);
		Awaitility.await()
			.pollDelay(WATCH)
			.atMost(WATCH.plusSeconds(1))
			.untilAsserted(() -> assertThat(this.runs).hasValue(times));
	}

	@Test
	void twoInstancesNeverRunOneJobAtTheSameTime() {
		AtomicInteger inside = new AtomicInteger();
		AtomicInteger together = new AtomicInteger();
		startBoth(Job.every("often", "常做", Duration.ofMillis(50), () -> {
			together.accumulateAndGet(inside.incrementAndGet(), Math::max);
			pause(Duration.ofMillis(300));
			inside.decrementAndGet();
			this.runs.incrementAndGet();
		}));
		Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> this.runs.get() >= 5);
		assertThat(together).hasValue(1);
	}

	@Test
	void runOfDeadInstanceIsTakenOverAfterThreeSilentBeats() {
		dies("dead", "nightly", this.clock.instant().minus(HOUR));
		Instant start = Instant.now();
		startBoth(this.nightly);
		Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> this.runs.get() == 1);
		assertThat(Duration.between(start, Instant.now())).isGreaterThan(HEARTBEAT.multipliedBy(3));
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> outcomes("nightly").size() == 2);
		assertThat(outcomes("nightly")).anyMatch((one) -> one.equals("dead LOST"))
			.anyMatch((one) -> one.endsWith("DONE"));
	}

	@Test
	void clockSetBackAfterTheRunBringsNoSecondOneEvenAfterARestart() {
		startBoth(this.nightly);
		ran(1);
		this.clock.jump(HOUR.negated());
		stopInstances();
		startBoth(this.nightly);
		this.clock.jump(HOUR);
		ran(1);
		assertThat(plannedFor("nightly")).isEqualTo(beijing("2026-03-02T02:00:00"));
		this.clock.jump(Duration.ofDays(1));
		ran(2);
	}

	@Test
	void clockSetForwardAndBackBringsOneRun() {
		this.clock.jump(Duration.ofMinutes(-30));
		startBoth(this.nightly);
		this.clock.jump(HOUR);
		ran(1);
		this.clock.jump(HOUR.negated());
		this.clock.jump(Duration.ofMinutes(31));
		ran(1);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, -1 })
	void clockSetDuringTheRunBringsNoSecondOne(long hours) {
		CountDownLatch release = new CountDownLatch(1);
		Job slow = Job.daily("nightly", "每夜一次", LocalTime.of(2, 0), () -> {
			this.runs.incrementAndGet();
			awaitQuietly(release);
		});
		startBoth(slow);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.runs.get() == 1);
		this.clock.jump(HOUR.multipliedBy(hours));
		ran(1);
		release.countDown();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> !this.mapper.findPlan("nightly").orElseThrow().picked());
		assertThat(outcomes("nightly")).hasSize(1);
		assertThat(plannedFor("nightly")).isEqualTo(beijing("2026-03-02T02:00:00"));
		ran(1);
	}

	@Test
	void clockSetBackDoesNotStopWhatRunsOften() {
		Job often = Job.every("often", "常做", Duration.ofSeconds(1), this.runs::incrementAndGet);
		startBoth(often);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.runs.get() >= 1);
		this.clock.jump(HOUR.negated());
		int before = this.runs.get();
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.runs.get() >= before + 3);
	}

	@Test
	void zoneOfTheJvmDoesNotMatter() {
		TimeZone zone = TimeZone.getDefault();
		try {
			for (String other : List.of("America/New_York", "Pacific/Kiritimati")) {
				TimeZone.setDefault(TimeZone.getTimeZone(other));
				start(other, this.clock, this.nightly);
			}
			ran(1);
			assertThat(plannedFor("nightly")).isEqualTo(beijing("2026-03-02T02:00:00"));
		}
		finally {
			TimeZone.setDefault(zone);
		}
	}

	@Test
	void failingJobIsRecordedWithoutItsMessageAndComesAgain() {
		startBoth(Job.every("often", "常做", Duration.ofSeconds(1), () -> {
			this.runs.incrementAndGet();
			throw new IllegalStateException("what a mother wrote");
		}));
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.runs.get() >= 2);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> outcomes("often").size() >= 2);
		assertThat(this.mapper.history("often", Long.MAX_VALUE, 1).get(0).error()).isEqualTo("IllegalStateException");
	}

	private static void pause(Duration time) {
		awaitQuietly(new CountDownLatch(1), time);
	}

	private static void awaitQuietly(CountDownLatch latch) {
		awaitQuietly(latch, Duration.ofSeconds(30));
	}

	private static void awaitQuietly(CountDownLatch latch, Duration atMost) {
		try {
			latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
