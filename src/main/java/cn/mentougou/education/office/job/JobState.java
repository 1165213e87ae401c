package cn.mentougou.education.office.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How a job stands at a moment.
 *
 * @param job the job
 * @param plan its next or present run, or null if no instance ever planned one
 * @param last its last run, or null if it never ran or that is not asked
 * @param lastDone when it last went well, or null if it never did
 * @param trouble what is wrong with it, or null if all is well
 */
record JobState(Job job, JobMapper.@Nullable Plan plan, JobMapper.@Nullable Run last, @Nullable Instant lastDone,
		@Nullable Trouble trouble) {

	/** How many periods a job may be silent. */
	static final int PERIODS = 3;

	/** What a frequent job may be silent, so that a take-over alarms nobody. */
	static final Duration SHORTEST_SILENCE = Duration.ofMinutes(2);

	/** How long a job may be silent. */
	static Duration silence(Job job) {
		Duration periods = job.rhythm().period().multipliedBy(PERIODS);
		return (periods.compareTo(SHORTEST_SILENCE) > 0) ? periods : SHORTEST_SILENCE;
	}

	/**
	 * What is wrong at this moment.
	 * @param since when it last went well, or since when it should have
	 */
	static Optional<Trouble> trouble(Job job, JobMapper.@Nullable Plan plan, Instant since, Instant now,
			Duration lease) {
		Instant heartbeat = (plan != null && plan.picked()) ? plan.heartbeatAt() : null;
		if (heartbeat != null && now.isAfter(heartbeat.plus(lease))) {
			return Optional.of(Trouble.HEARTBEAT_LOST);
		}
		return now.isAfter(since.plus(silence(job))) ? Optional.of(Trouble.DID_NOT_RUN) : Optional.empty();
	}

	boolean running() {
		return this.plan != null && this.plan.picked();
	}

	@Nullable Instant nextAt() {
		return (this.plan != null && !this.plan.picked()) ? this.plan.dueAt() : null;
	}

	/** What may be wrong with a job. */
	enum Trouble {

		/** It has not gone well for three of its periods. */
		DID_NOT_RUN("很久没有成功运行"),

		/** The instance that runs it gives no sign of life, and no other took over. */
		HEARTBEAT_LOST("运行中断，没有心跳");

		private final String title;

		Trouble(String title) {
			this.title = title;
		}

		String title() {
			return this.title;
		}

	}

}
