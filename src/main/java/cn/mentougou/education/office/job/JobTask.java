package cn.mentougou.education.office.job;

import java.time.Instant;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;

/**
 * A job as db-scheduler runs it. Its own rule for a start would plan a daily job that was
 * done today once more when the clock was set back, so there is another one here.
 */
class JobTask extends RecurringTask<Void> {

	private final Job job;

	private final JobHistory history;

	JobTask(Job job, JobHistory history) {
		super(job.name(), new Plan(job.rhythm()), Void.class);
		this.job = job;
		this.history = history;
	}

	@Override
	public void executeRecurringly(TaskInstance<Void> taskInstance, ExecutionContext executionContext) {
		this.history.run(this.job);
	}

	@Override
	public void onStartup(SchedulerClient scheduler, Clock clock) {
		TaskInstance<Void> one = new TaskInstance<>(this.job.name(), INSTANCE);
		Optional<ScheduledExecution<Object>> planned = scheduler.getScheduledExecution(one);
		if (planned.isEmpty()) {
			scheduler.scheduleIfNotExists(one, this.job.rhythm().first(clock.now()));
			return;
		}
		Instant due = this.job.rhythm().replanned(planned.get().getExecutionTime());
		if (!planned.get().isPicked() && !due.equals(planned.get().getExecutionTime())) {
			scheduler.reschedule(one, due);
		}
	}

	/** The rhythm in db-scheduler's words. */
	private record Plan(Rhythm rhythm) implements Schedule {

		@Override
		public Instant getNextExecutionTime(ExecutionComplete done) {
			return this.rhythm.next(done.getExecution().executionTime, done.getTimeDone());
		}

		@Override
		public Instant getInitialExecutionTime(Instant now) {
			return this.rhythm.first(now);
		}

		@Override
		public boolean isDeterministic() {
			return false;
		}

	}

}
