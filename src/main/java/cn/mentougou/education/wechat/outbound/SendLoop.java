package cn.mentougou.education.wechat.outbound;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

import cn.mentougou.education.wechat.quota.CallQuotas;
import cn.mentougou.education.wechat.replywindow.ReplyWindows;
import cn.mentougou.education.wechat.sender.Calls;
import cn.mentougou.education.wechat.sender.Channel;
import cn.mentougou.education.wechat.sender.Outcome;

/**
 * Sends. One thread keeps the book: in each round it writes down what the senders report
 * and claims the next messages for those that are free, in one commit; then each makes
 * its one call. So an instance that dies leaves at most as many keyless messages without
 * an outcome as it has senders. Several instances may send at once: whoever changes a row
 * from NEW to SENDING makes the call.
 */
class SendLoop implements SmartLifecycle {

	/** Half of an order's key: no longer than a key of the platform may be. */
	private static final int KEY_BYTES = 16;

	/**
	 * So many keyed messages for each sender are claimed ahead of their calls: after a
	 * crash they are sent with their keys, so none is unknown.
	 */
	private static final int MOST_AHEAD = 16;

	private static final long IDLE_MILLIS = 1000;

	/** While every sender has its next call, outcomes wait so long for one commit. */
	private static final long GATHER_MILLIS = 5;

	private static final long AFTER_FAILURE_MILLIS = 500;

	private static final Logger logger = LoggerFactory.getLogger(SendLoop.class);

	private final Parts parts;

	private final Calls caller;

	private final int senders;

	private final String name = UUID.randomUUID().toString();

	private final Set<ByteBuffer> due = new LinkedHashSet<>();

	private final List<Bookkeeping.Ended> reported = new ArrayList<>();

	/** Of the thread that keeps the book alone: who is being sent something. */
	private final Map<ByteBuffer, Channel> busy = new HashMap<>();

	private final List<byte[]> held = new ArrayList<>();

	private int ahead = MOST_AHEAD;

	private final List<Bookkeeping.Ended> unwritten = new ArrayList<>();

	private List<Selection.Sending> unsure = List.of();

	private int round;

	private volatile @Nullable Thread thread;

	private volatile @Nullable ExecutorService threads;

	SendLoop(Parts parts, Calls caller, int senders) {
		this.parts = parts;
		this.caller = caller;
		this.senders = senders;
	}

	/** Something may be due for these people. */
	void wake(Collection<byte[]> people) {
		synchronized (this.due) {
			people.forEach((person) -> this.due.add(ByteBuffer.wrap(person)));
			this.due.notifyAll();
		}
	}

	private void run() {
		while (isRunning()) {
			try {
				round(take());
			}
			catch (RuntimeException | Error ex) {
				// The ledger has everything; what was reported is kept.
				logger.error("sending stopped for a moment: {}", ex.toString());
				pause();
			}
		}
	}

	/** Waits until there is something to do; takes the people for whom it is. */
	private List<byte[]> take() {
		synchronized (this.due) {
			if (this.reported.isEmpty() && this.unwritten.isEmpty() && next().isEmpty()) {
				waitFor(this.due, IDLE_MILLIS);
			}
			gather();
			this.unwritten.addAll(this.reported);
			this.reported.clear();
			List<byte[]> people = next();
			people.forEach((person) -> this.due.remove(ByteBuffer.wrap(person)));
			return people;
		}
	}

	/** Fewer and larger commits, as long as nobody waits for one. */
	private void gather() {
		long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);
		while (isRunning() && this.busy.size() - this.reported.size() > 2 * this.senders && System.nanoTime() < until) {
			waitFor(this.due, 1);
		}
	}

	private List<byte[]> next() {
		int free = this.senders * this.ahead - this.busy.size() + this.unwritten.size() + this.reported.size();
		Set<ByteBuffer> done = new HashSet<>();
		this.unwritten.forEach((one) -> done.add(ByteBuffer.wrap(one.sending().head().person())));
		this.reported.forEach((one) -> done.add(ByteBuffer.wrap(one.sending().head().person())));
		List<byte[]> people = new ArrayList<>();
		Iterator<ByteBuffer> waiting = this.due.iterator();
		while (waiting.hasNext() && people.size() < free) {
			ByteBuffer person = waiting.next();
			if (!this.busy.containsKey(person) && !done.contains(person)) {
				people.add(person.array());
			}
		}
		return people;
	}

	private void round(List<byte[]> people) {
		String mark = this.name + ":" + ++this.round;
		try {
			this.parts.book.release(this.unsure, this.name + ":" + (this.round - 1));
			this.unsure = List.of();
			Selection selection = Selection.of(this.parts, people, this.senders - keylessUnderWay(), now());
			wake(selection.more());
			this.unsure = selection.calls();
			List<Selection.Sending> ours = this.parts.book.write(this.unwritten, selection, mark);
			this.unsure = List.of();
			List<Bookkeeping.Ended> written = List.copyOf(this.unwritten);
			this.unwritten.clear();
			written.forEach((one) -> this.busy.remove(ByteBuffer.wrap(one.sending().head().person())));
			ours.forEach(this::begin);
			hold(selection.held(), !written.isEmpty());
		}
		catch (RuntimeException | Error ex) {
			wake(people);
			throw ex;
		}
	}

	/** Those for whom no sender was free come again when one has reported. */
	private void hold(List<byte[]> people, boolean isReported) {
		this.held.addAll(people);
		this.ahead = this.held.isEmpty() ? MOST_AHEAD : 1;
		if (isReported || this.busy.isEmpty()) {
			wake(this.held);
			this.held.clear();
		}
	}

	/** Without those whose outcome is written down in this round. */
	private int keylessUnderWay() {
		long ended = this.unwritten.stream().filter((one) -> !one.sending().head().channel().isKeyed()).count();
		return (int) (this.busy.values().stream().filter((channel) -> !channel.isKeyed()).count() - ended);
	}

	private void begin(Selection.Sending sending) {
		this.busy.put(ByteBuffer.wrap(sending.head().person()), sending.head().channel());
		Instant claimedAt = now();
		ExecutorService executor = this.threads;
		if (executor != null) {
			executor.execute(() -> report(new Bookkeeping.Ended(sending, claimedAt, call(sending))));
		}
	}

	private Outcome call(Selection.Sending sending) {
		SendMapper.Row row = sending.head();
		return this.caller.call(new Calls.Call(row.id(), row.appId(), sending.openId(), sending.message(),
				HexFormat.of().formatHex(row.messageKey(), 0, KEY_BYTES), row.correlationId()));
	}

	private void report(Bookkeeping.Ended ended) {
		synchronized (this.due) {
			this.reported.add(ended);
			this.due.notifyAll();
		}
	}

	private Instant now() {
		return this.parts.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	private void pause() {
		synchronized (this.due) {
			waitFor(this.due, AFTER_FAILURE_MILLIS);
		}
	}

	private static void waitFor(Object monitor, long millis) {
		try {
			monitor.wait(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void start() {
		this.threads = Executors.newFixedThreadPool(this.senders, new CustomizableThreadFactory("outbound-"));
		Thread bookkeeper = new Thread(this::run, "outbound-book");
		this.thread = bookkeeper;
		bookkeeper.start();
	}

	/** Lets the calls under way end, and writes down what came of them. */
	@Override
	public void stop() {
		Thread bookkeeper = this.thread;
		ExecutorService executor = this.threads;
		if (bookkeeper == null || executor == null) {
			return;
		}
		this.thread = null;
		wake(List.of());
		try {
			bookkeeper.join(TimeUnit.SECONDS.toMillis(10));
			executor.shutdown();
			executor.awaitTermination(15, TimeUnit.SECONDS);
			synchronized (this.due) {
				this.unwritten.addAll(this.reported);
				this.reported.clear();
			}
			round(List.of());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException | Error ex) {
			logger.warn("the last outcomes were not written down: {}", ex.toString());
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/** The web server stops before it, the database after it. */
	@Override
	public int getPhase() {
		return 0;
	}

	/** What it works with. */
	record Parts(SendMapper mapper, Seal seal, Bookkeeping book, ReplyWindows windows, CallQuotas quotas, Clock clock) {
	}

}
