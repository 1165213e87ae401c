package cn.mentougou.education.wechat.spool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Replays many senders at once and each sender's pushes one after the other, so that
 * after an outage the spool empties faster than it fills. At the first failure all lanes
 * stop.
 */
final class Lanes {

	/** Half of the threads that handlers have, since messages go on arriving. */
	private static final int LANES = 8;

	private final Consumer<Waiting> consumer;

	private final Map<String, List<Waiting>> bySender = new LinkedHashMap<>();

	private volatile boolean isBroken;

	Lanes(Consumer<Waiting> consumer) {
		this.consumer = consumer;
	}

	/** Puts a push behind the earlier ones of its sender. */
	void add(Waiting waiting) {
		this.bySender.computeIfAbsent(waiting.push().sender(), (key) -> new ArrayList<>()).add(waiting);
	}

	/**
	 * Gives every push to the consumer.
	 * @throws RuntimeException what the consumer threw, after all lanes have stopped
	 */
	void run() {
		ExecutorService threads = Executors.newFixedThreadPool(LANES, (task) -> new Thread(task, "spool-lane"));
		try {
			List<Future<?>> lanes = new ArrayList<>();
			this.bySender.values().forEach((lane) -> lanes.add(threads.submit(() -> run(lane))));
			await(lanes);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void run(List<Waiting> lane) {
		for (Waiting waiting : lane) {
			if (this.isBroken) {
				return;
			}
			try {
				this.consumer.accept(waiting);
			}
			catch (RuntimeException | Error ex) {
				this.isBroken = true;
				throw ex;
			}
		}
	}

	private static void await(List<Future<?>> lanes) {
		@Nullable Throwable failure = null;
		for (Future<?> lane : lanes) {
			try {
				lane.get();
			}
			catch (ExecutionException ex) {
				failure = ex.getCause();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("interrupted", ex);
			}
		}
		if (failure instanceof RuntimeException ex) {
			throw ex;
		}
		if (failure != null) {
			throw new IllegalStateException(failure);
		}
	}

	/**
	 * A push that waits.
	 *
	 * @param number its place in the file
	 * @param push the push
	 */
	record Waiting(int number, SpooledPush push) {
	}

}
