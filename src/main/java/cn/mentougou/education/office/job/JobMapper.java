package cn.mentougou.education.office.job;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.GeneratedKey;

/** What is planned, in db-scheduler's table, and what became of the runs. */
@Mapper
interface JobMapper {

	@Select("""
			SELECT task_name, execution_time, picked, picked_by, last_heartbeat, version
			FROM scheduled_task
			WHERE task_name = #{job}
			AND task_instance = 'recurring'
			""")
	Optional<Plan> findPlan(@Param("job") String job);

	@Select("""
			SELECT task_name, execution_time, picked, picked_by, last_heartbeat, version
			FROM scheduled_task
			WHERE task_instance = 'recurring'
			""")
	List<Plan> plans();

	@Select("""
			SELECT id, job, instance, started_at, ended_at, runs, outcome, error, last_millis, longest_millis
			FROM job_run
			WHERE job = #{job}
			AND outcome = #{outcome}
			ORDER BY ended_at DESC
			LIMIT 1
			""")
	Optional<Run> findLast(@Param("job") String job, @Param("outcome") Outcome outcome);

	/** When each job went well for the last time: one look into the index for each. */
	@Select("""
			SELECT job, MAX(ended_at) AS done_at
			FROM job_run
			WHERE outcome = 'DONE'
			GROUP BY job
			""")
	List<Done> lastDone();

	@Select("""
			SELECT MIN(started_at)
			FROM job_run
			WHERE job = #{job}
			""")
	Optional<Instant> findFirstStart(@Param("job") String job);

	@Select("""
			SELECT id, job, instance, started_at, ended_at, runs, outcome, error, last_millis, longest_millis
			FROM job_run
			WHERE job = #{job}
			AND id < #{before}
			ORDER BY id DESC
			LIMIT #{limit}
			""")
	List<Run> history(@Param("job") String job, @Param("before") long before, @Param("limit") int limit);

	/** Who does not run jobs, the doctor, judges by this alone. */
	@Select("""
			SELECT k.title, k.silence_seconds, k.known_at,
				(SELECT MAX(r.ended_at) FROM job_run r WHERE r.outcome = 'DONE' AND r.job = k.job) AS done_at
			FROM job_known k
			ORDER BY k.job
			""")
	List<Known> known();

	@Insert("""
			INSERT INTO job_known (job, title, silence_seconds, known_at)
			VALUES (#{job}, #{title}, #{silenceSeconds}, #{at})
			ON DUPLICATE KEY UPDATE title = VALUES(title), silence_seconds = VALUES(silence_seconds),
				known_at = VALUES(known_at)
			""")
	int insertKnown(@Param("job") String job, @Param("title") String title,
			@Param("silenceSeconds") long silenceSeconds, @Param("at") Instant at);

	@Insert("""
			INSERT INTO job_run
			(job, instance, started_at, ended_at, runs, outcome, error, last_millis, longest_millis)
			VALUES (#{row.job}, #{row.instance}, #{row.startedAt}, #{row.endedAt}, #{row.runs}, #{row.outcome},
				#{row.error}, #{row.lastMillis}, #{row.longestMillis})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value")
	int insert(@Param("row") Run row, @Param("key") GeneratedKey key);

	@Update("""
			UPDATE job_run
			SET ended_at = #{row.endedAt}, runs = runs + 1, last_millis = #{row.lastMillis},
				longest_millis = GREATEST(longest_millis, #{row.lastMillis})
			WHERE id = #{id}
			AND outcome = 'DONE'
			""")
	int extend(@Param("id") long id, @Param("row") Run row);

	/** Plans another time, unless it runs or was planned anew meanwhile. */
	default boolean replan(Plan plan, Instant at) {
		return replan(plan.taskName(), plan.version(), LocalDateTime.ofInstant(at, ZoneOffset.UTC)) == 1;
	}

	@Update("""
			UPDATE scheduled_task
			SET execution_time = #{at}, version = version + 1
			WHERE task_name = #{job}
			AND task_instance = 'recurring'
			AND picked = FALSE
			AND version = #{version}
			""")
	int replan(@Param("job") String job, @Param("version") long version, @Param("at") LocalDateTime at);

	/**
	 * Takes a run away from an instance that gives no sign of life, unless it just did.
	 */
	@Update("""
			UPDATE scheduled_task
			SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL, version = version + 1
			WHERE task_name = #{plan.taskName}
			AND task_instance = 'recurring'
			AND picked = TRUE
			AND version = #{plan.version}
			AND last_heartbeat = #{plan.lastHeartbeat}
			""")
	int release(@Param("plan") Plan plan);

	/** Forgets the jobs of an older release. */
	@Delete("""
			DELETE FROM job_known
			WHERE known_at < #{before}
			""")
	int deleteKnownBefore(@Param("before") Instant before);

	@Delete("""
			DELETE FROM job_run
			WHERE ended_at < #{before}
			ORDER BY ended_at
			LIMIT #{limit}
			""")
	int deleteEndedBefore(@Param("before") Instant before, @Param("limit") int limit);

	/** How a run ended. */
	enum Outcome {

		/** The work was done. */
		DONE("成功"),

		/** It threw an exception; the next run comes as usual. */
		FAILED("失败"),

		/** Its instance died or stood still; another one starts it again. */
		LOST("中断");

		private final String title;

		Outcome(String title) {
			this.title = title;
		}

		public String title() {
			return this.title;
		}

	}

	/** What db-scheduler planned or runs. It keeps its times in UTC, other than ours. */
	record Plan(String taskName, LocalDateTime executionTime, boolean picked, @Nullable String pickedBy,
			@Nullable LocalDateTime lastHeartbeat, long version) {

		Instant dueAt() {
			return this.executionTime.toInstant(ZoneOffset.UTC);
		}

		@Nullable Instant heartbeatAt() {
			return (this.lastHeartbeat != null) ? this.lastHeartbeat.toInstant(ZoneOffset.UTC) : null;
		}

	}

	/** When a job last went well. */
	record Done(String job, Instant doneAt) {
	}

	/** A declared job, and when it last went well. */
	record Known(String title, long silenceSeconds, Instant knownAt, @Nullable Instant doneAt) {

		boolean isSilent(Instant now) {
			Instant since = (this.doneAt != null) ? this.doneAt : this.knownAt;
			return now.isAfter(since.plusSeconds(this.silenceSeconds));
		}

	}

	/** One run, or the runs of an hour. */
	record Run(long id, String job, String instance, Instant startedAt, Instant endedAt, int runs, Outcome outcome,
			@Nullable String error, long lastMillis, long longestMillis) {
	}

}
