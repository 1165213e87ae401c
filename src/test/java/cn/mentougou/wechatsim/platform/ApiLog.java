package cn.mentougou.wechatsim.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import cn.mentougou.wechatsim.world.Broadcast;

/** The calls of the platform's customers, the oldest first. */
public final class ApiLog {

	private static final int KEPT = 10_000;

	private final Broadcast broadcast;

	private final Deque<ApiLogEntry> entries = new ArrayDeque<>();

	ApiLog(Broadcast broadcast) {
		this.broadcast = broadcast;
	}

	void add(ApiLogEntry entry) {
		synchronized (this) {
			entries.add(entry);
			if (entries.size() > KEPT) {
				entries.remove();
			}
		}
		broadcast.tell("api", entry);
	}

	public synchronized List<ApiLogEntry> entries() {
		return List.copyOf(entries);
	}

	synchronized void reset() {
		entries.clear();
	}

}
