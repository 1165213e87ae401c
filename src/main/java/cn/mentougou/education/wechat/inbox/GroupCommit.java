package cn.mentougou.education.wechat.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Commits messages in groups: one writer takes whatever queued while its last commit ran.
 * Under load a commit serves many, alone a message waits for none. No timer.
 */
class GroupCommit implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(GroupCommit.class);

	/** Rows of a group at the most. */
	static final int MOST = 64;

	private final InboxWriter writer;

	private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>(20_000);

	private volatile @Nullable Thread thread;

	GroupCommit(InboxWriter writer) {
		this.writer = writer;
	}

	/**
	 * Queues a row.
	 * @return completes with whether this row was inserted, or another one with its key
	 * stands there; fails if neither could be found out
	 */
	CompletableFuture<Boolean> insert(InboxRow row) {
		Pending pending = new Pending(row, new CompletableFuture<>());
		if (!isRunning() || !this.queue.offer(pending)) {
			pending.inserted.completeExceptionally(new IllegalStateException("the inbox takes no more"));
		}
		return pending.inserted;
	}

	private void run() {
		List<Pending> batch = new ArrayList<>(MOST);
		while (isRunning()) {
			try {
				batch.add(this.queue.take());
			}
			catch (InterruptedException ex) {
				break;
			}
			this.queue.drainTo(batch, MOST - 1);
			batch.sort(Comparator.comparing((pending) -> pending.row.key()));
			commitOrFail(batch);
			batch.clear();
		}
		this.queue.forEach((left) -> left.inserted.completeExceptionally(new IllegalStateException("stopping")));
	}

	/** Whatever goes wrong, this thread must be there for the next batch. */
	private void commitOrFail(List<Pending> batch) {
		try {
			commit(batch);
		}
		catch (RuntimeException | Error ex) {
			logger.error("inbox: no outcome for up to {} messages", batch.size(), ex);
			batch.forEach((pending) -> pending.inserted.completeExceptionally(ex));
		}
	}

	/**
	 * Commits a batch. When one of its rows is refused, because its key is there or
	 * because of a deadlock, the halves are tried, down to the single row.
	 */
	private void commit(List<Pending> batch) {
		switch (tried(batch)) {
			case COMMITTED -> batch.forEach((pending) -> pending.inserted.complete(true));
			case REFUSED -> {
				if (batch.size() == 1) {
					settle(batch);
				}
				else {
					int half = batch.size() / 2;
					commit(new ArrayList<>(batch.subList(0, half)));
					commit(new ArrayList<>(batch.subList(half, batch.size())));
				}
			}
			case UNKNOWN -> settle(batch);
		}
	}

	private InboxWriter.Result tried(List<Pending> batch) {
		return this.writer.insert(batch.stream().map(Pending::row).toList());
	}

	/**
	 * Finds out by the keys what became of rows, and inserts those that are not there.
	 * When the database cannot be asked, all fail at once: each will be kept elsewhere.
	 */
	private void settle(List<Pending> batch) {
		for (int i = 0; i < batch.size(); i++) {
			try {
				batch.get(i).inserted.complete(settled(batch.get(i)));
			}
			catch (RuntimeException ex) {
				logger.error("inbox: no outcome for {} messages: {}", batch.size() - i, ex.getClass().getSimpleName());
				batch.subList(i, batch.size()).forEach((left) -> left.inserted.completeExceptionally(ex));
				return;
			}
		}
	}

	private boolean settled(Pending pending) {
		for (int attempt = 0; attempt < 3; attempt++) {
			Boolean inserted = this.writer.settled(pending.row);
			if (inserted != null) {
				return inserted;
			}
			if (tried(List.of(pending)) == InboxWriter.Result.COMMITTED) {
				return true;
			}
		}
		throw new IllegalStateException("the database refuses the message");
	}

	@Override
	public void start() {
		Thread writerThread = new Thread(this::run, "inbox-writer");
		this.thread = writerThread;
		writerThread.start();
	}

	@Override
	public void stop() {
		Thread writerThread = this.thread;
		this.thread = null;
		if (writerThread != null) {
			writerThread.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/** Before the web server starts, and after it has stopped. */
	@Override
	public int getPhase() {
		return 0;
	}

	/** A row and the one who waits for it. */
	private record Pending(InboxRow row, CompletableFuture<Boolean> inserted) {
	}

}
