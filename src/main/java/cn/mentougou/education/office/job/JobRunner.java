package cn.mentougou.education.office.job;

import java.util.function.Supplier;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;

import cn.mentougou.education.shared.DatabaseReady;

/** Starts the scheduler when the database is there, and stops it before all else. */
class JobRunner implements DisposableBean {

	private final Supplier<Scheduler> schedulers;

	private @Nullable Scheduler scheduler;

	private boolean isStopped;

	JobRunner(Supplier<Scheduler> schedulers) {
		this.schedulers = schedulers;
	}

	@EventListener
	synchronized void start(DatabaseReady event) {
		if (this.scheduler == null && !this.isStopped) {
			this.scheduler = this.schedulers.get();
			this.scheduler.start();
		}
	}

	@Override
	public synchronized void destroy() {
		this.isStopped = true;
		if (this.scheduler != null) {
			this.scheduler.stop();
		}
	}

}
