package cn.mentougou.education.office.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds runs whose instance is dead, and plans of a clock that went wrong. A run is dead
 * when this instance, by its own stop watch, has not seen its heartbeat change for three
 * beats: so a clock that is set an hour ahead makes nobody dead, and one that is set back
 * keeps nobody alive. It is called by one thread.
 */
class JobWatch {

	/** How many looks there are during a heartbeat. */
	static final int LOOKS = 4;

	private static final Logger logger = LoggerFactory.getLogger(JobWatch.class);

	private static final int SILENT_BEATS = 3;

	private final JobMapper mapper;

	private final JobHistory history;

	private final Map<String, Job> jobs;

	private final Clock clock;

	private final Duration heartbeat;

	private final Map<String, Sign> signs = new HashMap<>();

	private long lastLook = System.nanoTime();

	private boolean found;

	JobWatch(JobMapper mapper, JobHistory history, Map<String, Job> jobs, Clock clock, Duration heartbeat) {
		this.mapper = mapper;
		this.history = history;
		this.jobs = jobs;
		this.clock = clock;
		this.heartbeat = heartbeat;
	}

	/**
	 * Looks once. What cannot be seen is not judged, nor is it after a long blink.
	 * @return whether a dead run was found, which is due again now
	 */
	boolean look() {
		this.found = false;
		long now = System.nanoTime();
		if (now - this.lastLook > this.heartbeat.toNanos()) {
			this.signs.clear();
		}
		try {
			List<JobMapper.Plan> plans = this.mapper.plans();
			this.lastLook = System.nanoTime();
			this.signs.keySet().retainAll(plans.stream().map(JobMapper.Plan::taskName).toList());
			plans.forEach(this::judge);
		}
		catch (RuntimeException ex) {
			this.signs.clear();
			logger.debug("The jobs cannot be watched", ex);
		}
		return this.found;
	}

	private void judge(JobMapper.Plan plan) {
		if (plan.picked()) {
			judgeHeartbeat(plan);
		}
		else {
			this.signs.remove(plan.taskName());
			judgePlan(plan);
		}
	}

	private void judgeHeartbeat(JobMapper.Plan plan) {
		Sign sign = this.signs.get(plan.taskName());
		if (sign == null || !sign.isSame(plan)) {
			this.signs.put(plan.taskName(), new Sign(plan.version(), plan.lastHeartbeat(), this.lastLook));
		}
		else if (this.lastLook - sign.since() >= this.heartbeat.multipliedBy(SILENT_BEATS).toNanos()) {
			this.signs.remove(plan.taskName());
			if (this.mapper.release(plan) == 1) {
				logger.warn("{} gives no sign of life; its run of {} is started again", plan.pickedBy(),
						plan.taskName());
				this.found = true;
				this.history.lost(plan);
			}
		}
	}

	private void judgePlan(JobMapper.Plan plan) {
		Job job = this.jobs.get(plan.taskName());
		Instant now = this.clock.instant();
		if (job != null && plan.dueAt().isAfter(now.plus(job.rhythm().horizon()))) {
			this.mapper.replan(plan, job.rhythm().first(now));
		}
	}

	/** A heartbeat, and when this instance saw it first by its stop watch. */
	private record Sign(long version, @Nullable LocalDateTime heartbeat, long since) {

		boolean isSame(JobMapper.Plan plan) {
			return this.version == plan.version() && this.heartbeat != null
					&& this.heartbeat.equals(plan.lastHeartbeat());
		}

	}

}
