package cn.mentougou.education.office.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.Refusal;

/**
 * Runs the jobs and writes down what became of them: one statement a run. If that fails
 * the work has been done all the same.
 */
class JobHistory {

	private static final Logger logger = LoggerFactory.getLogger(JobHistory.class);

	/** Runs that come more often share a row for an hour. */
	private static final Duration FREQUENT = Duration.ofMinutes(10);

	private static final int LONGEST_ERROR = 64;

	private final JobMapper mapper;

	private final Clock clock;

	private final String instance;

	private final Map<String, Hour> hours = new ConcurrentHashMap<>();

	JobHistory(JobMapper mapper, Clock clock, String instance) {
		this.mapper = mapper;
		this.clock = clock;
		this.instance = instance;
	}

	/** The name of this instance in the table of runs. */
	String instance() {
		return this.instance;
	}

	/** Writes down which jobs there are. */
	void know(Collection<Job> jobs) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		try {
			jobs.forEach(
					(job) -> this.mapper.insertKnown(job.name(), job.title(), JobState.silence(job).toSeconds(), now));
			this.mapper.deleteKnownBefore(now);
		}
		catch (RuntimeException ex) {
			logger.warn("The jobs are not written down: {}", ex.getClass().getName());
		}
	}

	/** Does the work of a job and passes on what it throws. */
	void run(Job job) {
		Instant startedAt = this.clock.instant();
		long started = System.nanoTime();
		try {
			job.work().run();
			record(job, run(job, startedAt, started, null));
		}
		catch (RuntimeException | Error ex) {
			logger.warn("{} failed: {} at {}", job.name(), ex.getClass().getName(), placeOf(ex));
			record(job, run(job, startedAt, started, codeOf(ex)));
			throw ex;
		}
	}

	/** Writes down that an instance gave no sign of life in the middle of a run. */
	void lost(JobMapper.Plan plan) {
		Instant now = this.clock.instant();
		Instant startedAt = plan.dueAt().isAfter(now) ? now : plan.dueAt();
		String dead = (plan.pickedBy() != null) ? plan.pickedBy() : "";
		insert(new JobMapper.Run(0, plan.taskName(), dead, startedAt, now, 1, JobMapper.Outcome.LOST, "heartbeat-lost",
				0, 0));
	}

	/** The duration is not taken from the clock, which may be set meanwhile. */
	private JobMapper.Run run(Job job, Instant startedAt, long started, @Nullable String error) {
		long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
		return new JobMapper.Run(0, job.name(), this.instance, startedAt, startedAt.plusMillis(millis), 1,
				(error == null) ? JobMapper.Outcome.DONE : JobMapper.Outcome.FAILED, error, millis, millis);
	}

	private void record(Job job, JobMapper.Run run) {
		try {
			boolean shared = run.error() == null && job.rhythm().period().compareTo(FREQUENT) < 0;
			Instant start = run.startedAt().truncatedTo(ChronoUnit.HOURS);
			Hour open = shared ? this.hours.get(job.name()) : this.hours.remove(job.name());
			if (shared && open != null && open.start().equals(start) && this.mapper.extend(open.id(), run) == 1) {
				return;
			}
			long id = insert(run);
			if (shared) {
				this.hours.put(job.name(), new Hour(id, start));
			}
		}
		catch (RuntimeException ex) {
			logger.warn("The run of {} is not recorded: {}", job.name(), ex.getClass().getName());
		}
	}

	private long insert(JobMapper.Run run) {
		GeneratedKey key = new GeneratedKey();
		this.mapper.insert(run, key);
		return key.getValue();
	}

	/** The message of an exception may quote a person and is left out. */
	private static String codeOf(Throwable thrown) {
		String code = (thrown instanceof Refusal refusal) ? refusal.code() : thrown.getClass().getSimpleName();
		return (code.length() <= LONGEST_ERROR) ? code : code.substring(0, LONGEST_ERROR);
	}

	private static String placeOf(Throwable thrown) {
		StackTraceElement[] trace = thrown.getStackTrace();
		return (trace.length > 0) ? trace[0].toString() : "an unknown place";
	}

	/** The row that this instance may extend, and the hour it belongs to. */
	private record Hour(long id, Instant start) {
	}

}
