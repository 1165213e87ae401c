package cn.mentougou.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One life of the application: it counts its boundaries and ends at the one it is told.
 */
final class Life {

	private static final String TIMER = "reply-windows";

	private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

	private final List<String> passed = new ArrayList<>();

	private final CompletableFuture<String> death = new CompletableFuture<>();

	private int last = Integer.MAX_VALUE;

	/** Counts from here on, and ends at this boundary, the first being 1. */
	synchronized void endAt(int boundary) {
		this.passed.clear();
		this.last = boundary;
	}

	/** The boundaries since then. */
	synchronized List<String> passed() {
		return List.copyOf(this.passed);
	}

	/** Completes with the boundary at which it ended. */
	CompletableFuture<String> death() {
		return this.death;
	}

	boolean isOver() {
		return this.death.isDone();
	}

	void opened(Connection connection) {
		checkAlive();
		this.connections.add(connection);
	}

	void closed(Connection connection) {
		this.connections.remove(connection);
	}

	/**
	 * Passes a boundary, or ends there. What a timer does at its own pace is not counted,
	 * or no two lives would be alike; it does the same that a sender has done when it
	 * needs it.
	 */
	void pass(String boundary) {
		synchronized (this) {
			checkAlive();
			if (Thread.currentThread().getName().equals(TIMER)) {
				return;
			}
			this.passed.add(boundary);
			if (this.passed.size() != this.last) {
				return;
			}
			this.death.complete(boundary);
		}
		this.connections.forEach(Life::abort);
		throw new Crash(boundary);
	}

	private void checkAlive() {
		if (isOver()) {
			throw new Crash(this.death.join());
		}
	}

	/** The sockets close, as those of a dead process do. */
	private static void abort(Connection connection) {
		try {
			connection.abort(Runnable::run);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
