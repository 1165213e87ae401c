package cn.mentougou.education.wechat.dispatch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Asks the database on threads of its own. A line that is silent or drips holds a
 * statement up longer than the platform waits, whatever its time-outs; whoever owes the
 * platform an answer gives up in time instead.
 */
class Questions implements AutoCloseable {

	/** What remains of the platform's five seconds after the time for an answer is up. */
	private static final Duration GRACE = Duration.ofMillis(250);

	private final ExecutorService threads = Executors.newCachedThreadPool(new CustomizableThreadFactory("question-"));

	/**
	 * The answer to a question that may take this long and a moment more.
	 * @throws IllegalStateException if there is none by then
	 */
	<T> T ask(Supplier<T> question, long nanos) {
		try {
			return CompletableFuture.supplyAsync(question, this.threads)
				.get(Math.max(0, nanos) + GRACE.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", ex);
		}
		catch (TimeoutException | ExecutionException ex) {
			throw new IllegalStateException("the database does not answer", ex);
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
