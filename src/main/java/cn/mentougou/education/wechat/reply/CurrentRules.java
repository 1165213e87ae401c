package cn.mentougou.education.wechat.reply;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import cn.mentougou.education.shared.DatabaseReady;

/**
 * Holds the rules in memory. One thread reads them again, so an older reading never
 * replaces a newer one and no answer ever waits; without MySQL the last reading stays.
 */
class CurrentRules implements Supplier<RuleBook>, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(CurrentRules.class);

	/** What an editor waits at most to see a change answered by this instance. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final RuleReader reader;

	private final RuleNews news;

	private final Duration every;

	private volatile ScheduledExecutorService thread = newThread();

	private volatile RuleBook book = RuleBook.EMPTY;

	private volatile boolean running;

	/** The interval is how late a change is learnt when Redis carries no news. */
	CurrentRules(RuleReader reader, RuleNews news, Duration every) {
		this.reader = reader;
		this.news = news;
		this.every = every;
	}

	private static ScheduledExecutorService newThread() {
		return Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread thread = new Thread(work, "reply-rules");
			thread.setDaemon(true);
			return thread;
		});
	}

	@Override
	public RuleBook get() {
		return this.book;
	}

	/** After a change that is committed: this instance knows it now, the others soon. */
	void changed() {
		try {
			this.thread.submit(this::read).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			logger.warn("The changed reply rules are not read yet; they will be within {}", this.every);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.thread.execute(this.news::tell);
	}

	private void look() {
		read();
		this.news.listen(() -> this.thread.execute(this::read));
	}

	/**
	 * Reads before anything that waited for the database is answered, and at each start
	 * before the web server takes messages.
	 */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void arrived(DatabaseReady event) {
		read();
	}

	private synchronized void read() {
		try {
			this.book = this.reader.newerThan(this.book);
		}
		catch (RuntimeException ex) {
			logger.warn("Reply rules cannot be read; those of version {} stay: {}", this.book.version(),
					ex.getClass().getName());
		}
	}

	/** May be started again after a stop. */
	@Override
	public void start() {
		if (this.thread.isShutdown()) {
			this.thread = newThread();
		}
		this.thread.scheduleWithFixedDelay(this::look, 0, this.every.toMillis(), TimeUnit.MILLISECONDS);
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.news.close();
		this.thread.shutdownNow();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the web server takes messages. */
	@Override
	public int getPhase() {
		return 0;
	}

}
