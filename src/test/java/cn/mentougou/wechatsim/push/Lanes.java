package cn.mentougou.wechatsim.push;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Keeps a person's pushes in order up to the moment when each has been sent once; nobody
 * waits for an answer or for a repeat.
 */
final class Lanes {

	private static final long HELD_BACK_SECONDS = 3;

	private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

	Turn next(PushDraft draft, boolean holdBack) {
		return lanes.computeIfAbsent(draft.appId() + draft.personId(), (key) -> new Lane()).next(holdBack);
	}

	/**
	 * When a push may be sent, and how it says that it was sent, and that its first
	 * delivery is over.
	 */
	record Turn(CompletableFuture<Void> before, Runnable sent, Runnable over) {
	}

	/** The pushes of one person to one account. */
	private static final class Lane {

		private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

		private @Nullable CompletableFuture<Void> held;

		synchronized Turn next(boolean holdBack) {
			if (holdBack && held == null) {
				held = new CompletableFuture<>();
				return new Turn(held.completeOnTimeout(null, HELD_BACK_SECONDS, TimeUnit.SECONDS), Lane::nobodyWaits,
						Lane::nobodyWaits);
			}
			CompletableFuture<Void> before = last;
			CompletableFuture<Void> mine = new CompletableFuture<>();
			CompletableFuture<Void> overtaken = held;
			last = mine;
			held = null;
			return new Turn(before, () -> mine.complete(null),
					(overtaken != null) ? () -> overtaken.complete(null) : Lane::nobodyWaits);
		}

		private static void nobodyWaits() {
		}

	}

}
