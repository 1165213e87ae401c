package cn.mentougou.education.wechat.replywindow;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has the windows written down a few times a second; first of all it has read again what
 * was lost before the start.
 */
class WindowWriter implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(WindowWriter.class);

	private final WindowMemory memory;

	private final CatchUp catchUp;

	private final ReplyWindowSettings settings;

	private volatile @Nullable ScheduledExecutorService timer;

	WindowWriter(WindowMemory memory, CatchUp catchUp, ReplyWindowSettings settings) {
		this.memory = memory;
		this.catchUp = catchUp;
		this.settings = settings;
	}

	private void write() {
		try {
			if (!this.memory.isComplete()) {
				this.catchUp.start();
			}
			this.memory.write();
		}
		catch (RuntimeException | Error ex) {
			// Anything thrown from here would end the timer for good.
			logger.warn("quota: windows not written down yet: {}", ex.getClass().getSimpleName());
		}
	}

	@Override
	public void start() {
		ScheduledExecutorService starting = Executors
			.newSingleThreadScheduledExecutor((work) -> new Thread(work, "reply-windows"));
		this.timer = starting;
		long every = this.settings.writeEvery().toMillis();
		starting.scheduleWithFixedDelay(this::write, 0, every, TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		ScheduledExecutorService stopping = this.timer;
		this.timer = null;
		if (stopping != null) {
			stopping.shutdown();
			write();
		}
	}

	@Override
	public boolean isRunning() {
		return this.timer != null;
	}

	/** Before the web server starts, and after it has stopped. */
	@Override
	public int getPhase() {
		return 0;
	}

}
