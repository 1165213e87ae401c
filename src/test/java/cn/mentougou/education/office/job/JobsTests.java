package cn.mentougou.education.office.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MapperTest;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.doctor.Finding;
import cn.mentougou.education.shared.Acted;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@MapperTest
class JobsTests {

	private static final Duration LEASE = Duration.ofSeconds(40);

	private final MovableClock clock = new MovableClock(Instant.parse("2026-04-20T04:00:00Z"));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final List<Object> events = new ArrayList<>();

	private final Job often = Job.every("often", "常做的事", Duration.ofMinutes(5), () -> {
	});

	private final Job nightly = Job.daily("nightly", "每夜的事", LocalTime.of(2, 0), () -> {
		throw new IllegalStateException("broken");
	});

	@Autowired
	private JobMapper mapper;

	@Autowired
	private JdbcClient jdbc;

	private JobHistory history;

	private Jobs jobs;

	private JobAlarm alarm;

	@BeforeEach
	void bothAreDoneAt() {
		this.jdbc.sql("DELETE FROM scheduled_task").update();
		this.jdbc.sql("DELETE FROM job_run").update();
		this.jdbc.sql("DELETE FROM job_known").update();
		this.history = new JobHistory(this.mapper, this.clock, "one");
		this.jobs = new Jobs(() -> Stream.of(this.often, this.nightly), this.mapper, this.events::add, this.clock,
				LEASE);
		this.alarm = new JobAlarm(this.jobs, this.meters);
	}

	private static Actor actor(Role role) {
		return new Actor(Actor.Kind.STAFF, 7, "周工", List.of(new Grant(role, new UnitId(1), Set.of(), null)),
				"192.0.2.1");
	}

	private static void quietly(Runnable work) {
		try {
			work.run();
		}
		catch (IllegalStateException ex) {
			assertThat(ex).hasMessage("broken");
		}
	}

	private void plan(String job, boolean picked, String heartbeat) {
		this.jdbc.sql("""
				INSERT INTO scheduled_task
				(task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
				VALUES (?, 'recurring', '2026-04-20 05:00:00', ?, ?, ?, 1)
				""").params(job, picked, picked ? "one" : null, picked ? heartbeat : null).update();
	}

	private List<String> alarms(Role role) {
		return this.alarm.entriesFor(actor(role), LocalDate.parse("2026-04-20"))
			.stream()
			.map(TodayEntry::title)
			.toList();
	}

	@Test
	void jobThatDidNotRunForThreePeriodsAlarmsTheSystemAdministratorAlone() {
		this.history.run(this.often);
		this.clock.advance(Duration.ofMinutes(15));
		assertThat(alarms(Role.SYSTEM_ADMINISTRATOR)).isEmpty();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(alarms(Role.SYSTEM_ADMINISTRATOR)).containsExactly("定时任务“常做的事”很久没有成功运行，上次成功：2026-04-20 12:00:00");
		assertThat(alarms(Role.AUDIT_ADMINISTRATOR)).isEmpty();
		assertThat(this.meters.get("job.in.trouble").gauge().value()).isEqualTo(1);
		this.history.run(this.often);
		assertThat(alarms(Role.SYSTEM_ADMINISTRATOR)).isEmpty();
		assertThat(this.meters.get("job.in.trouble").gauge().value()).isZero();
	}

	@Test
	void failedRunsAreNoRuns() {
		for (int night = 0; night < 4; night++) {
			quietly(() -> this.history.run(this.nightly));
			this.clock.advance(Duration.ofDays(1));
		}
		this.history.run(this.often);
		assertThat(this.jobs.inTrouble()).singleElement().satisfies((state) -> {
			assertThat(state.job()).isSameAs(this.nightly);
			assertThat(state.lastDone()).isNull();
			assertThat(JobView.of(this.jobs.find("nightly")).last()).satisfies((last) -> {
				assertThat(last.outcome()).isEqualTo("失败");
				assertThat(last.error()).isEqualTo("IllegalStateException");
			});
		});
	}

	@Test
	void lostHeartbeatIsAnAlarm() {
		this.history.run(this.often);
		this.history.run(Job.every("nightly", "nightly", Duration.ofDays(1), () -> {
		}));
		this.clock.advance(Duration.ofMinutes(4));
		plan("often", true, "2026-04-20 04:03:20");
		assertThat(this.jobs.inTrouble()).isEmpty();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(alarms(Role.SYSTEM_ADMINISTRATOR)).singleElement().asString().startsWith("定时任务“常做的事”运行中断，没有心跳");
	}

	@Test
	void firstMinutesAfterAStartAreForWhatIsOverdue() {
		this.history.run(this.often);
		this.clock.advance(Duration.ofDays(10));
		Jobs restarted = new Jobs(() -> Stream.of(this.often), this.mapper, this.events::add, this.clock, LEASE);
		assertThat(restarted.inTrouble()).isEmpty();
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(restarted.inTrouble()).hasSize(1);
	}

	@Test
	void extraRunIsPlannedAndTold() {
		plan("often", false, "");
		Actor actor = actor(Role.SYSTEM_ADMINISTRATOR);
		this.jobs.runNow(actor, "often");
		assertThat(this.jobs.find("often").nextAt()).isEqualTo(this.clock.instant());
		assertThat(this.events).containsExactly(Acted.of(actor, "job.run-asked", "job", "often"));
	}

	@Test
	void whatRunsOrIsUnknownIsNotRunOnceMore() {
		plan("often", true, "2026-04-20 04:03:20");
		Actor actor = actor(Role.SYSTEM_ADMINISTRATOR);
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.jobs.runNow(actor, "often"));
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.jobs.runNow(actor, "nightly"));
		assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> this.jobs.runNow(actor, "drop-table"));
		assertThat(this.events).isEmpty();
	}

	@Test
	void frequentRunsOfAnHourShareARow() {
		for (int i = 0; i < 13; i++) {
			this.history.run(this.often);
			this.clock.advance(Duration.ofMinutes(5));
		}
		assertThat(this.jobs.history("often", Long.MAX_VALUE)).extracting(JobMapper.Run::runs).containsExactly(1, 12);
	}

	@Test
	void doctorNamesWhatDidNotRunUnlessNothingDoes() {
		this.history.know(List.of(this.often));
		this.clock.advance(Duration.ofSeconds(1));
		this.history.know(List.of(this.often, this.nightly));
		assertThat(finding()).isEqualTo(Finding.good("最近十分钟没有运行；程序停着时是正常的。"));
		this.history.run(this.often);
		assertThat(finding()).isEqualTo(Finding.good("共 2 项，都按时运行。"));
		this.clock.advance(Duration.ofDays(4));
		this.history.run(this.often);
		assertThat(finding().ok()).isFalse();
		assertThat(finding().message()).isEqualTo("很久没有成功运行：每夜的事。");
		this.clock.advance(Duration.ofSeconds(1));
		this.history.know(List.of(this.often));
		assertThat(finding()).isEqualTo(Finding.good("共 1 项，都按时运行。"));
	}

	private Finding finding() {
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		beans.registerSingleton("mapper", this.mapper);
		return new JobCheckup(beans.getBeanProvider(JobMapper.class), this.clock).check();
	}

}
