package cn.mentougou.wechatsim.world;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells whoever listens that something changed; listeners must be quick. */
public final class Broadcast {

	private final List<Listener> listeners = new CopyOnWriteArrayList<>();

	public void listen(Listener listener) {
		listeners.add(listener);
	}

	public void tell(String event, Object payload) {
		listeners.forEach((listener) -> listener.heard(event, payload));
	}

	/** One who listens. */
	public interface Listener {

		void heard(String event, Object payload);

	}

}
