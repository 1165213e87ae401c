package cn.mentougou.crash;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PushPlanId;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.mass.MassJob;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pushes of two instances, by clocks that jump, at a month's end and for a whole year.
 */
@Tag("engine")
@Tag("kills")
class PushClockTests {

	private static final String SENDALL = "/cgi-bin/message/mass/sendall";

	private static final String ACCOUNT = PushStage.SUBSCRIPTION;

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	/**
	 * A daily build pushes on the days of a month, {@code -Dcrash.all=true} of a year.
	 */
	private static final int DAYS = Boolean.getBoolean("crash.all") ? 365 : 31;

	private static long number = 100_000;

	private static PushStage stage;

	@BeforeAll
	static void open() throws Exception {
		stage = new PushStage();
	}

	@AfterAll
	static void close() {
		stage.close();
	}

	@BeforeEach
	void anotherDay() {
		stage.simulator().faults().clear();
		stage.nextDay();
		number += 10;
	}

	@Test
	void twoInstancesAndAClockThatJumpsSendOnce() throws Exception {
		try (Lives other = stage.another()) {
			for (Duration jump : List.of(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(-1))) {
				for (FaultAction action : List.of(FaultAction.LATENCY, FaultAction.DROP_AFTER)) {
					stage.simulator().faults().clear();
					stage.nextDay();
					number += 10;
					fault((action == FaultAction.LATENCY) ? Fault.latency(Duration.ofMillis(300)) : Fault.of(action));
					PushPlanId plan = stage.plan(Verb.MASS, number);
					CompletableFuture<Void> one = CompletableFuture.runAsync(stage::work);
					CompletableFuture<Void> two = CompletableFuture.runAsync(() -> other.now().run("push"));
					Thread.onSpinWait();
					stage.clock().advance(jump);
					CompletableFuture.allOf(one, two).join();
					for (int i = 0; i < 30; i++) {
						other.now().run("push");
						stage.work();
						stage.clock().advance(Duration.ofSeconds(i < 15 ? 30 : 300));
					}
					String where = jump + " " + action + " " + stage.view(plan);
					assertThat(stage.massesToday()).as(where).hasSize(1);
					assertThat(stage.view(plan).state()).as(where).isEqualTo(PlanState.SENT);
				}
			}
		}
	}

	@Test
	void theLastMinuteOfAMonthIsSentOnce() {
		Instant eve = stage.clock()
			.instant()
			.atZone(BEIJING)
			.toLocalDate()
			.withDayOfMonth(1)
			.plusMonths(1)
			.minusDays(1)
			.atTime(23, 59, 30)
			.atZone(BEIJING)
			.toInstant();
		stage.clock().advance(Duration.between(stage.clock().instant(), eve));
		fault(Fault.of(FaultAction.DROP_AFTER));
		int before = stage.simulator().mass().masses(ACCOUNT).size();
		PushPlanId plan = stage.plan(Verb.MASS, number);
		assertThat(stage.finish(plan).state()).isEqualTo(PlanState.SENT);
		assertThat(stage.simulator().mass().masses(ACCOUNT)).hasSize(before + 1);
	}

	/** Every day one push, with a fault now and then. */
	@Test
	void everyDayOfASchoolYearHasOnePush() {
		LocalDate first = stage.clock().instant().atZone(BEIJING).toLocalDate();
		int before = stage.simulator().mass().masses(ACCOUNT).size();
		List<FaultAction> faults = List.of(FaultAction.DROP_AFTER, FaultAction.DROP_BEFORE, FaultAction.EMPTY_BODY,
				FaultAction.TRUNCATED_JSON);
		for (int day = 0; day < DAYS; day++) {
			stage.nextDay();
			stage.simulator().faults().clear();
			number += 10;
			if (day % 3 == 0) {
				fault(Fault.of(faults.get(day / 3 % faults.size())));
			}
			PushPlanId plan = stage.plan(Verb.MASS, number);
			PushStage.End end = stage.finish(plan);
			assertThat(end.state()).as("day " + day + " " + end).isEqualTo(PlanState.SENT);
		}
		List<MassJob> masses = stage.simulator().mass().masses(ACCOUNT);
		assertThat(masses.stream()
			.map((job) -> job.at().atZone(BEIJING).toLocalDate())
			.filter((day) -> day.isAfter(first))
			.toList()).hasSize(DAYS).doesNotHaveDuplicates();
		assertThat(masses).hasSize(before + DAYS);
	}

	private static void fault(Fault fault) {
		stage.simulator().faults().add(fault.times(1).onPath(SENDALL));
	}

}
