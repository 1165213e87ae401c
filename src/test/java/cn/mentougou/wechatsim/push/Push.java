package cn.mentougou.wechatsim.push;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The handle of one push: it can be waited for and asked what happened. */
public final class Push {

	private final String id;

	private final PushDraft draft;

	private final Instant at;

	private final Consumer<PushRecord> observer;

	private final List<PushAttempt> attempts = new ArrayList<>();

	private final CompletableFuture<Push> done = new CompletableFuture<>();

	private PushRecord.State state = PushRecord.State.DELIVERING;

	Push(String id, PushDraft draft, Instant at, Consumer<PushRecord> observer) {
		this.id = id;
		this.draft = draft;
		this.at = at;
		this.observer = observer;
	}

	public String id() {
		return id;
	}

	public PushDraft draft() {
		return draft;
	}

	public synchronized PushRecord.State state() {
		return state;
	}

	public synchronized List<PushAttempt> attempts() {
		return List.copyOf(attempts);
	}

	public PushAttempt lastAttempt() {
		List<PushAttempt> all = attempts();
		return all.get(all.size() - 1);
	}

	/** Whether nothing more happens to the push. */
	public boolean isDone() {
		return done.isDone();
	}

	/** Waits until nothing more happens to the push, at most a minute. */
	public Push await() {
		return await(Duration.ofMinutes(1));
	}

	public Push await(Duration atMost) {
		try {
			return done.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new IllegalStateException("still under way after " + atMost + ": " + log(), ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("the delivery itself failed", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** The push as the log shows it. */
	public synchronized PushRecord log() {
		return new PushRecord(id, draft.appId(), draft.personId(), draft.kind(), at, draft.clearXml(), state,
				draft.redeliveryOf(), List.copyOf(attempts));
	}

	/** Puts an attempt into the log, in the place of an earlier form of itself. */
	void record(PushAttempt attempt) {
		synchronized (this) {
			attempts.removeIf((other) -> other.nr() == attempt.nr());
			attempts.add(Math.min(attempt.nr() - 1, attempts.size()), attempt);
		}
		observer.accept(log());
	}

	void become(PushRecord.State next) {
		synchronized (this) {
			state = next;
		}
		observer.accept(log());
	}

	void finish() {
		done.complete(this);
	}

	void abandon(Throwable cause) {
		done.completeExceptionally(cause);
	}

}
