package cn.mentougou.education.office.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the declared jobs by db-scheduler, with the application's clock. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "education.job.enabled", matchIfMissing = true)
class JobConfiguration {

	/** A dead instance is noticed after four missed heartbeats. */
	private static final Duration HEARTBEAT = Duration.ofSeconds(10);

	@Bean
	JobRunner jobRunner(DataSource dataSource, Clock clock, ObjectProvider<Job> jobs) {
		List<RecurringTask<Void>> tasks = jobs.orderedStream().map(JobConfiguration::task).toList();
		// Made when it starts: it asks the database for its kind.
		return new JobRunner(() -> Scheduler.create(dataSource)
			.startTasks(tasks)
			.tableName("scheduled_task")
			.clock(clock::instant)
			.threads(2)
			.pollingInterval(Duration.ofSeconds(1))
			.heartbeatInterval(HEARTBEAT)
			.missedHeartbeatsLimit(4)
			.alwaysPersistTimestampInUTC()
			.shutdownMaxWait(Duration.ofSeconds(5))
			.build());
	}

	private static RecurringTask<Void> task(Job job) {
		return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((instance, context) -> job.work().run());
	}

}
