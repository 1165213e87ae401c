package cn.mentougou.education.wechat.outbound;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import cn.mentougou.education.wechat.replywindow.Standing;
import cn.mentougou.education.wechat.sender.Calls;
import cn.mentougou.education.wechat.sender.Channel;
import cn.mentougou.education.wechat.sender.Reason;

/**
 * Sends. One thread keeps the book: in each round it writes down what the senders report
 * and claims the next messages for those that are free, in one commit; then each makes
 * its one call. So an instance that dies leaves at most as many messages without an
 * outcome as it has senders. Several instances may send at once: whoever changes a row
 * from NEW to SENDING makes the call.
 */
class SendLoop implements SmartLifecycle {

	private static final long IDLE_MILLIS = 1000;

	private static final long AFTER_FAILURE_MILLIS = 500;

	private static final Logger logger = LoggerFactory.getLogger(SendLoop.class);

	private final Parts parts;

	private final Calls caller;

	private final int senders;

	private final String name = UUID.randomUUID().toString();

	private final Set<ByteBuffer> due = new LinkedHashSet<>();

	private final List<Bookkeeping.Ended> reported = new ArrayList<>();

	/** Of the thread that keeps the book alone: who is being sent something. */
	private final Set<ByteBuffer> busy = new HashSet<>();

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
			this.unwritten.addAll(this.reported);
			this.reported.clear();
			List<byte[]> people = next();
			people.forEach((person) -> this.due.remove(ByteBuffer.wrap(person)));
			return people;
		}
	}

	private List<byte[]> next() {
		int free = this.senders - this.busy.size() + this.unwritten.size() + this.reported.size();
		Set<ByteBuffer> done = new HashSet<>();
		this.unwritten.forEach((one) -> done.add(ByteBuffer.wrap(one.sending().head().person())));
		this.reported.forEach((one) -> done.add(ByteBuffer.wrap(one.sending().head().person())));
		List<byte[]> people = new ArrayList<>();
		Iterator<ByteBuffer> waiting = this.due.iterator();
		while (waiting.hasNext() && people.size() < free) {
			ByteBuffer person = waiting.next();
			if (!this.busy.contains(person) && !done.contains(person)) {
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
			Selection selection = select(people);
			this.unsure = selection.calls();
			List<Selection.Sending> ours = this.parts.book.write(this.unwritten, selection, mark);
			this.unsure = List.of();
			List<Bookkeeping.Ended> written = List.copyOf(this.unwritten);
			this.unwritten.clear();
			written.forEach((one) -> this.busy.remove(ByteBuffer.wrap(one.sending().head().person())));
			ours.forEach(this::begin);
		}
		catch (RuntimeException | Error ex) {
			wake(people);
			throw ex;
		}
	}

	private Selection select(List<byte[]> people) {
		Selection selection = new Selection(this.parts.seal, now());
		if (people.isEmpty()) {
			return selection;
		}
		Map<ByteBuffer, List<SendMapper.Row>> rows = new LinkedHashMap<>();
		this.parts.mapper.listUnsettled(people)
			.forEach((row) -> rows.computeIfAbsent(ByteBuffer.wrap(row.person()), (key) -> new ArrayList<>()).add(row));
		Map<ByteBuffer, SendMapper.Row> firsts = new LinkedHashMap<>();
		rows.forEach((person, all) -> selection.first(all).ifPresent((first) -> firsts.put(person, first)));
		Map<ByteBuffer, Standing> standing = standing(firsts);
		firsts.forEach((person, first) -> {
			if (isAllowed(first, Optional.ofNullable(standing.get(person)), selection)) {
				selection.call(first, rows.getOrDefault(person, List.of()));
			}
		});
		wakeAgain(rows, selection);
		return selection;
	}

	/** How those stand for whom a customer-service message comes next. */
	private Map<ByteBuffer, Standing> standing(Map<ByteBuffer, SendMapper.Row> firsts) {
		List<byte[]> people = firsts.values()
			.stream()
			.filter((row) -> row.channel() == Channel.CUSTOMER_SERVICE)
			.map(SendMapper.Row::person)
			.toList();
		List<Standing> found = this.parts.windows.standing(people);
		Map<ByteBuffer, Standing> standing = new HashMap<>();
		for (int i = 0; i < people.size(); i++) {
			standing.put(ByteBuffer.wrap(people.get(i)), found.get(i));
		}
		return standing;
	}

	private boolean isAllowed(SendMapper.Row row, Optional<Standing> standing, Selection selection) {
		if (standing.isPresent() && !selection.hasRoom(row, standing.get(), this.parts.windows.isComplete())) {
			return false;
		}
		CallQuotas quotas = this.parts.quotas;
		if (!quotas.take(row.appId(), row.channel().api())) {
			selection.wait(row, Reason.DAY, quotas.nextChance(row.appId(), row.channel().api()));
			return false;
		}
		return true;
	}

	/** For whom there was more than is done in this round, it is not the last. */
	private void wakeAgain(Map<ByteBuffer, List<SendMapper.Row>> rows, Selection selection) {
		Map<ByteBuffer, Integer> taken = new HashMap<>();
		selection.taken().forEach((row) -> taken.merge(ByteBuffer.wrap(row.person()), 1, Integer::sum));
		wake(taken.entrySet()
			.stream()
			.filter((entry) -> rows.getOrDefault(entry.getKey(), List.of()).size() > entry.getValue())
			.map((entry) -> entry.getKey().array())
			.toList());
	}

	private void begin(Selection.Sending sending) {
		this.busy.add(ByteBuffer.wrap(sending.head().person()));
		Instant claimedAt = now();
		ExecutorService executor = this.threads;
		if (executor != null) {
			executor.execute(() -> report(new Bookkeeping.Ended(sending, claimedAt, this.caller.call(sending.call()))));
		}
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
