package cn.mentougou.education.office.job;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.MapperTest;
import cn.mentougou.education.shared.DatabaseReady;

/** Several instances in one JVM on the real database, outside of any transaction. */
@MapperTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class JobFixture {

	static final Duration HEARTBEAT = Duration.ofSeconds(1);

	static final Duration POLL = Duration.ofMillis(150);

	@Autowired
	JobMapper mapper;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	private DataSource dataSource;

	private final List<JobRunner> instances = new ArrayList<>();

	@BeforeEach
	void nothingIsPlanned() {
		this.jdbc.sql("DELETE FROM scheduled_task").update();
		this.jdbc.sql("DELETE FROM job_run").update();
	}

	@AfterEach
	void stopInstances() {
		this.instances.forEach(JobRunner::destroy);
		this.instances.clear();
	}

	/** Starts an instance that runs these jobs. */
	void start(String name, Clock clock, Job... jobs) {
		JobRunner runner = JobConfiguration.runner(this.dataSource, clock, Arrays.asList(jobs),
				new JobConfiguration.Parts(this.mapper, new JobHistory(this.mapper, clock, name), HEARTBEAT, POLL));
		this.instances.add(runner);
		runner.start(new DatabaseReady());
	}

	/** Writes that this instance runs that job and gave its last sign of life now. */
	void dies(String instance, String job, Instant now) {
		this.jdbc.sql("""
				INSERT INTO scheduled_task
				(task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
				VALUES (?, 'recurring', CONVERT_TZ(?, '+08:00', '+00:00'), TRUE, ?,
					CONVERT_TZ(?, '+08:00', '+00:00'), 7)
				""").params(job, Timestamp.from(now), instance, Timestamp.from(now)).update();
	}

	Instant plannedFor(String job) {
		return this.mapper.findPlan(job).orElseThrow().dueAt();
	}

	List<String> outcomes(String job) {
		return this.mapper.history(job, Long.MAX_VALUE, 100)
			.stream()
			.map((run) -> run.instance() + " " + run.outcome())
			.toList();
	}

}
