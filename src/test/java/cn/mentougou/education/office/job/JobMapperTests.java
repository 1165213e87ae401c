package cn.mentougou.education.office.job;

import java.time.Instant;
import java.time.LocalDateTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MapperTest;
import cn.mentougou.education.office.job.JobMapper.Outcome;
import cn.mentougou.education.shared.GeneratedKey;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class JobMapperTests {

	private static final Instant NOON = Instant.parse("2026-04-20T04:00:00Z");

	@Autowired
	private JobMapper mapper;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void onePlan() {
		this.jdbc.sql("DELETE FROM scheduled_task").update();
		this.jdbc.sql("DELETE FROM job_run").update();
		this.jdbc.sql("""
				INSERT INTO scheduled_task
				(task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
				VALUES ('seal', 'recurring', '2026-04-20 04:00:00.123456', TRUE, 'one', '2026-04-20 04:00:01.654321', 3)
				""").update();
	}

	private static JobMapper.Run run(Outcome outcome, Instant endedAt, long millis) {
		return new JobMapper.Run(0, "seal", "one", endedAt.minusMillis(millis), endedAt, 1, outcome,
				(outcome == Outcome.DONE) ? null : "TimeoutException", millis, millis);
	}

	private long insert(JobMapper.Run run) {
		GeneratedKey key = new GeneratedKey();
		this.mapper.insert(run, key);
		return key.getValue();
	}

	private String planned() {
		return this.jdbc.sql("SELECT CONCAT(execution_time, ' ', picked, ' ', version) FROM scheduled_task")
			.query(String.class)
			.single();
	}

	@Test
	void planIsReadInUniversalTime() {
		JobMapper.Plan plan = this.mapper.findPlan("seal").orElseThrow();
		assertThat(plan.dueAt()).isEqualTo("2026-04-20T04:00:00.123456Z");
		assertThat(plan.heartbeatAt()).isEqualTo("2026-04-20T04:00:01.654321Z");
		assertThat(this.mapper.plans()).containsExactly(plan);
		assertThat(this.mapper.findPlan("other")).isEmpty();
	}

	@Test
	void silentRunIsReleasedOnce() {
		JobMapper.Plan plan = this.mapper.findPlan("seal").orElseThrow();
		LocalDateTime beat = LocalDateTime.parse("2026-04-20T04:00:02");
		assertThat(this.mapper.release(new JobMapper.Plan("seal", plan.executionTime(), true, "one", beat, 3)))
			.isZero();
		assertThat(this.mapper.release(plan)).isOne();
		assertThat(this.mapper.release(plan)).isZero();
		assertThat(planned()).isEqualTo("2026-04-20 04:00:00.123456 0 4");
	}

	@Test
	void onlyWhatDoesNotRunIsPlannedAnew() {
		assertThat(this.mapper.replan(this.mapper.findPlan("seal").orElseThrow(), NOON)).isFalse();
		this.jdbc.sql("UPDATE scheduled_task SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL").update();
		JobMapper.Plan plan = this.mapper.findPlan("seal").orElseThrow();
		assertThat(plan.heartbeatAt()).isNull();
		assertThat(this.mapper.replan(plan, NOON)).isTrue();
		assertThat(this.mapper.replan(plan, NOON)).isFalse();
		assertThat(planned()).isEqualTo("2026-04-20 04:00:00.000000 0 4");
	}

	@Test
	void everyRunComesBack() {
		insert(run(Outcome.DONE, NOON, 35));
		long failed = insert(run(Outcome.FAILED, NOON.plusSeconds(5), 1200));
		assertThat(this.mapper.history("seal", Long.MAX_VALUE, 10)).hasSize(2)
			.first()
			.usingRecursiveComparison()
			.ignoringFields("id")
			.isEqualTo(run(Outcome.FAILED, NOON.plusSeconds(5), 1200));
		assertThat(this.mapper.history("seal", failed, 10)).singleElement()
			.extracting(JobMapper.Run::outcome)
			.isEqualTo(Outcome.DONE);
		assertThat(this.mapper.findLast("seal", Outcome.DONE)).get().extracting(JobMapper.Run::endedAt).isEqualTo(NOON);
		assertThat(this.mapper.lastDone()).containsExactly(new JobMapper.Done("seal", NOON));
		assertThat(this.mapper.findLast("seal", Outcome.LOST)).isEmpty();
		assertThat(this.mapper.findFirstStart("seal")).contains(NOON.minusMillis(35));
		assertThat(this.mapper.findFirstStart("other")).isEmpty();
		assertThat(this.jdbc.sql("SELECT DATE_FORMAT(ended_at, '%H:%i') FROM job_run LIMIT 1")
			.query(String.class)
			.single()).isEqualTo("12:00");
	}

	@Test
	void goodRunsShareARow() {
		long id = insert(run(Outcome.DONE, NOON, 35));
		assertThat(this.mapper.extend(id, run(Outcome.DONE, NOON.plusSeconds(5), 90))).isOne();
		assertThat(this.mapper.extend(id, run(Outcome.DONE, NOON.plusSeconds(10), 20))).isOne();
		assertThat(this.jdbc.sql("SELECT CONCAT(runs, ' ', last_millis, ' ', longest_millis) FROM job_run")
			.query(String.class)
			.single()).isEqualTo("3 20 90");
		long failed = insert(run(Outcome.FAILED, NOON, 35));
		assertThat(this.mapper.extend(failed, run(Outcome.DONE, NOON, 20))).isZero();
	}

	@Test
	void oldRunsAreErasedInSteps() {
		for (int i = 0; i < 3; i++) {
			insert(run(Outcome.DONE, NOON.plusSeconds(i), 1));
		}
		assertThat(this.mapper.deleteEndedBefore(NOON.plusSeconds(2), 1)).isOne();
		assertThat(this.mapper.deleteEndedBefore(NOON.plusSeconds(2), 10)).isOne();
		assertThat(this.mapper.history("seal", Long.MAX_VALUE, 10)).hasSize(1);
	}

}
