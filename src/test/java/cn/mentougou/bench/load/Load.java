package cn.mentougou.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Sends messages that were sealed before the clock starts and reads the answers after it
 * has stopped, so that the generator takes as little of the machine as it can.
 */
public final class Load {

	private static final long ROOM = 640L << 20;

	private static final int MOST = 600_000;

	private static final AtomicLong NUMBERS = new AtomicLong();

	private final Arena requests = new Arena(ROOM);

	private final Arena answers = new Arena(ROOM);

	private final long[] requestAt = new long[MOST];

	private final int[] requestLength = new int[MOST];

	private final long[] answerAt = new long[MOST];

	private final int[] answerLength = new int[MOST];

	private final long[] sentAt = new long[MOST];

	private final long[] doneAt = new long[MOST];

	private final int connections;

	private long firstNumber;

	private int prepared;

	private int received;

	/** Loads over this many connections. */
	public Load(int connections) {
		this.connections = connections;
	}

	/** As many messages as the connections take, each at once after its answer. */
	public Sample closed(Contender contender, Account account, Duration time, int atMost) throws IOException {
		prepare(account, atMost);
		Usage before = contender.usage();
		long deadline = System.nanoTime() + time.toNanos();
		try (Selector selector = Selector.open()) {
			List<Connection> opened = connect(contender, selector);
			int sent = 0;
			for (Connection connection : opened) {
				send(connection, sent++, System.nanoTime());
			}
			while (this.received < sent) {
				for (Connection connection : answered(selector, 0)) {
					long now = System.nanoTime();
					if (now < deadline && sent < this.prepared) {
						send(connection, sent++, now);
					}
				}
			}
			close(opened);
		}
		return sample(account, contender.usage().since(before));
	}

	/** Messages at times of their own, whatever the answers do. */
	public Sample open(Contender contender, Account account, Duration time, int rate) throws IOException {
		prepare(account, (int) (rate * time.toSeconds()));
		Usage before = contender.usage();
		try (Selector selector = Selector.open()) {
			List<Connection> opened = connect(contender, selector);
			BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(opened.size(), false, opened);
			schedule(rate);
			CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> sendOnTime(idle));
			while (this.received < this.prepared && !sender.isCompletedExceptionally()) {
				idle.addAll(answered(selector, 100));
			}
			sender.join();
			close(opened);
		}
		return sample(account, contender.usage().since(before));
	}

	private void prepare(Account account, int wanted) {
		this.requests.clear();
		this.answers.clear();
		this.received = 0;
		this.prepared = 0;
		PushWriter writer = new PushWriter(account);
		this.firstNumber = NUMBERS.getAndAdd(wanted);
		while (this.prepared < Math.min(wanted, MOST)) {
			byte[] request = writer.request(this.firstNumber + this.prepared);
			this.requestAt[this.prepared] = this.requests.add(request, request.length);
			this.requestLength[this.prepared] = request.length;
			if (this.requestAt[this.prepared] < 0) {
				return;
			}
			this.prepared++;
		}
	}

	private List<Connection> connect(Contender contender, Selector selector) throws IOException {
		List<Connection> opened = new ArrayList<>();
		for (int i = 0; i < this.connections; i++) {
			opened.add(new Connection(new InetSocketAddress("127.0.0.1", contender.port()), selector));
		}
		return opened;
	}

	private static void close(List<Connection> opened) throws IOException {
		for (Connection connection : opened) {
			connection.close();
		}
	}

	private void schedule(int rate) {
		Random random = new Random(2014);
		double next = System.nanoTime() + 50_000_000.0;
		for (int i = 0; i < this.prepared; i++) {
			next += -Math.log(1 - random.nextDouble()) * 1e9 / rate;
			this.sentAt[i] = (long) next;
		}
	}

	private void sendOnTime(BlockingQueue<Connection> idle) {
		try {
			for (int i = 0; i < this.prepared; i++) {
				for (long left = this.sentAt[i] - System.nanoTime(); left > 0; left = this.sentAt[i]
						- System.nanoTime()) {
					LockSupport.parkNanos(left);
				}
				send(idle.take(), i, this.sentAt[i]);
			}
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void send(Connection connection, int index, long since) throws IOException {
		this.sentAt[index] = since;
		connection.send(index, this.requests.slice(this.requestAt[index], this.requestLength[index]));
	}

	/** Waits for answers and returns the connections that have one whole. */
	private List<Connection> answered(Selector selector, int atMostMillis) throws IOException {
		List<Connection> whole = new ArrayList<>();
		selector.select(atMostMillis);
		for (SelectionKey key : selector.selectedKeys()) {
			Connection connection = (Connection) key.attachment();
			if (connection.read()) {
				int index = connection.message();
				this.doneAt[index] = System.nanoTime();
				this.answerLength[index] = connection.takeAnswer(this.answers, this.answerAt);
				this.received++;
				whole.add(connection);
			}
		}
		selector.selectedKeys().clear();
		return whole;
	}

	private Sample sample(Account account, Usage usage) {
		AnswerCheck check = new AnswerCheck(account);
		int[] right = IntStream.range(0, this.received)
			.parallel()
			.filter((i) -> check.isRight(this.firstNumber + i,
					this.answers.copy(this.answerAt[i], this.answerLength[i])))
			.toArray();
		long[] latencies = IntStream.of(right).mapToLong((i) -> this.doneAt[i] - this.sentAt[i]).sorted().toArray();
		return new Sample(right.length, this.received - right.length, usage, latencies);
	}

}
