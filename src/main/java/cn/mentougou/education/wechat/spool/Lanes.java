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

/**
 * Replays many senders at once and each sender's pushes one after the other, so that
 * after an outage the spool empties faster than it fills. At the first failure all lanes
 * stop.
 */
final class Lanes {

	/** Half of the threads that handlers have, since messages go on arriving. */
	private static final int LANES = 8;

	private final Consumer<Integer> consumer;

	private final Map<String, List<Integer>> bySender = new LinkedHashMap<>();

	private volatile boolean isBroken;

	Lanes(Consumer<Integer> consumer) {
		this.consumer = consumer;
	}

	/** Puts a push, by its number, behind the earlier ones of its sender. */
	void add(String sender, int number) {
		this.bySender.computeIfAbsent(sender, (key) -> new ArrayList<>()).add(number);
	}

	/**
	 * Gives every number to the consumer.
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

	private void run(List<Integer> lane) {
		for (int number : lane) {
			if (this.isBroken) {
				return;
			}
			try {
				this.consumer.accept(number);
			}
			catch (RuntimeException | Error ex) {
				this.isBroken = true;
				throw ex;
			}
		}
	}

	private static void await(List<Future<?>> lanes) {
		Throwable failure = null;
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

}
