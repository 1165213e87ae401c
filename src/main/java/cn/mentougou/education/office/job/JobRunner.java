package cn.mentougou.education.office.job;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;

import cn.mentougou.education.shared.DatabaseReady;

/**
 * Starts the scheduler when the database is there, and stops it before all else. It has
 * the scheduler look for due jobs every second by a thread of its own: left alone the
 * scheduler waits by the clock, and for an hour after that was set back an hour.
 */
class JobRunner implements DisposableBean {

	private final Supplier<Scheduler> schedulers;

	private final Runnable atStart;

	private final JobWatch watch;

	private final JobConfiguration.Parts parts;

	private @Nullable Scheduler scheduler;

	private @Nullable ScheduledExecutorService ticker;

	private boolean isStopped;

	JobRunner(Supplier<Scheduler> schedulers, Runnable atStart, JobWatch watch, JobConfiguration.Parts parts) {
		this.schedulers = schedulers;
		this.atStart = atStart;
		this.watch = watch;
		this.parts = parts;
	}

	@EventListener
	synchronized void start(DatabaseReady event) {
		if (this.scheduler != null || this.isStopped) {
			return;
		}
		this.atStart.run();
		Scheduler started = this.schedulers.get();
		started.start();
		this.scheduler = started;
		this.ticker = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread thread = new Thread(work, "job-watch");
			thread.setDaemon(true);
			return thread;
		});
		every(this.ticker, this.parts.poll(), started::triggerCheckForDueExecutions);
		every(this.ticker, this.parts.heartbeat().dividedBy(JobWatch.LOOKS), () -> {
			if (this.watch.look()) {
				started.triggerCheckForDueExecutions();
			}
		});
	}

	private static void every(ScheduledExecutorService ticker, Duration delay, Runnable work) {
		ticker.scheduleWithFixedDelay(work, delay.toMillis(), delay.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public synchronized void destroy() {
		this.isStopped = true;
		if (this.ticker != null) {
			this.ticker.shutdownNow();
		}
		if (this.scheduler != null) {
			this.scheduler.stop();
		}
	}

}
