package cn.mentougou.education.office.job;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.doctor.Checkup;
import cn.mentougou.education.shared.Misconfigured;
import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.shared.Role;

/** Runs the declared jobs by db-scheduler, with the application's clock. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

	/** A long job must not keep the others waiting. */
	private static final int THREADS = 4;

	private static final Duration SHORTEST_HEARTBEAT = Duration.ofMillis(100);

	private static final Duration POLL = Duration.ofSeconds(1);

	/** The scheduler's own search for the dead trusts the clock; ours does not. */
	private static final int NEVER = 10_000_000;

	/** A run is taken over within so many heartbeats of its instance's death. */
	private static final int LEASE_BEATS = 4;

	private static final int LONGEST_HOST = 40;

	private static final int STEP = 500;

	@Bean
	JobHistory jobHistory(JobMapper mapper, Clock clock) {
		return new JobHistory(mapper, clock, newInstanceName());
	}

	@Bean
	Jobs jobDesk(ObjectProvider<Job> jobs, JobMapper mapper, ApplicationEventPublisher events, Clock clock,
			@Value("${education.job.heartbeat:10s}") Duration heartbeat) {
		return new Jobs(jobs::orderedStream, mapper, events, clock, heartbeat.multipliedBy(LEASE_BEATS));
	}

	@Bean
	ConsolePage jobsPage() {
		return new ConsolePage(JobsConsoleController.PATH, "定时任务", ConsolePage.Section.SYSTEM, 10,
				Set.of(Role.SYSTEM_ADMINISTRATOR), "系统自动做的每件事、上次和下次运行的时间、用时和结果。超过三个周期没有成功的任务排在最前面，也会出现在您的“今日”。"
						+ "点任务名称可以看运行记录，也可以让它立即多运行一次；多运行一次不会出错，也不影响原定的时间。" + "一个实例中断后，别的实例会在 40 秒内接着做。");
	}

	@Bean
	JobAlarm jobAlarm(Jobs jobs, MeterRegistry meters) {
		return new JobAlarm(jobs, meters);
	}

	@Bean
	@Order(30)
	Checkup jobCheckup(ObjectProvider<JobMapper> mapper, Clock clock) {
		return new JobCheckup(mapper, clock);
	}

	@Bean
	Job jobHistoryErasure(JobMapper mapper, Clock clock,
			@Value("${education.job.keep-history-for:90d}") Duration keepFor) {
		return Job.daily("job-history-erasure", "清理定时任务的运行记录", LocalTime.of(3, 40), () -> {
			int erased = STEP;
			while (erased == STEP) {
				erased = mapper.deleteEndedBefore(clock.instant().minus(keepFor), STEP);
			}
		});
	}

	@Bean
	@ConditionalOnProperty(name = "education.job.enabled", matchIfMissing = true)
	JobRunner jobRunner(DataSource dataSource, Clock clock, ObjectProvider<Job> jobs, JobMapper mapper,
			JobHistory history, @Value("${education.job.heartbeat:10s}") Duration heartbeat) {
		if (heartbeat.compareTo(SHORTEST_HEARTBEAT) < 0) {
			throw new Misconfigured("education.job.heartbeat 太短：至少 100ms，一般不用填写（默认 10s）。");
		}
		return runner(dataSource, clock, jobs.orderedStream().toList(), new Parts(mapper, history, heartbeat, POLL));
	}

	static JobRunner runner(DataSource dataSource, Clock clock, List<Job> jobs, Parts parts) {
		List<JobTask> tasks = jobs.stream().map((job) -> new JobTask(job, parts.history())).toList();
		Map<String, Job> byName = jobs.stream().collect(Collectors.toMap(Job::name, Function.identity()));
		JobWatch watch = new JobWatch(parts.mapper(), parts.history(), byName, clock, parts.heartbeat());
		// The scheduler is made when it starts: it asks the database for its kind.
		return new JobRunner(() -> scheduler(dataSource, clock, tasks, parts), () -> parts.history().know(jobs), watch,
				parts);
	}

	private static Scheduler scheduler(DataSource dataSource, Clock clock, List<JobTask> tasks, Parts parts) {
		return Scheduler.create(dataSource)
			.startTasks(tasks)
			.tableName("scheduled_task")
			.clock(clock::instant)
			.schedulerName(new SchedulerName.Fixed(parts.history().instance()))
			.threads(THREADS)
			.pollingInterval(Duration.ofHours(1))
			.heartbeatInterval(parts.heartbeat())
			.missedHeartbeatsLimit(NEVER)
			.alwaysPersistTimestampInUTC()
			.shutdownMaxWait(Duration.ofSeconds(5))
			// It would print the message, which may quote a person.
			.failureLogging(LogLevel.OFF, false)
			.build();
	}

	/** Instances on one host are told apart, and so are the lives of one instance. */
	static String newInstanceName() {
		String host = new SchedulerName.Hostname().getName();
		return ((host.length() <= LONGEST_HOST) ? host : host.substring(0, LONGEST_HOST)) + "-"
				+ HexFormat.of().formatHex(RandomBytes.take(3));
	}

	/**
	 * What a runner needs besides jobs, database and clock.
	 *
	 * @param mapper the tables
	 * @param history where runs are written down
	 * @param heartbeat how often a sign of life is given
	 * @param poll how often due jobs are looked for
	 */
	record Parts(JobMapper mapper, JobHistory history, Duration heartbeat, Duration poll) {
	}

}
