package cn.mentougou.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import cn.mentougou.delivery.ChildProcess;
import cn.mentougou.engines.Engine;

/** A running application of the benchmark. */
public final class Contender implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	/** Far from the numbers of the loads. */
	private static final AtomicLong PROBES = new AtomicLong(900_000_000_000L);

	private final ChildProcess process;

	private final long startedNanos;

	private final int port;

	private final List<Engine> engines;

	/** Takes the process, when it was started, and the servers that work for it. */
	public Contender(ChildProcess process, long startedNanos, int port, List<Engine> engines) {
		this.process = process;
		this.startedNanos = startedNanos;
		this.port = port;
		this.engines = engines;
	}

	int port() {
		return this.port;
	}

	/** What it has used so far. */
	public Usage usage() {
		return Usage.of(this.process.pid(), this.engines.stream().map(Engine::pid).toList());
	}

	/** The largest resident size so far, in MiB; 0 where the system does not tell. */
	public int peakMegabytes() throws IOException {
		Path status = Path.of("/proc", Long.toString(this.process.pid()), "status");
		if (!Files.exists(status)) {
			return 0;
		}
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("VmHWM:"))
			.mapToInt((line) -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElse(0);
	}

	/** Asks until the answer is right; returns the time since the process was started. */
	public Duration awaitRightAnswer(Account account) {
		PushWriter writer = new PushWriter(account);
		AnswerCheck check = new AnswerCheck(account);
		while (true) {
			long number = PROBES.getAndIncrement();
			try {
				if (check.isRight(number, ask(writer.request(number)))) {
					return Duration.ofNanos(System.nanoTime() - this.startedNanos);
				}
			}
			catch (IOException ex) {
				// Not yet.
			}
			if (!this.process.isAlive() || System.nanoTime() - this.startedNanos > PATIENCE.toNanos()) {
				throw new AssertionError("No right answer:\n" + this.process.output());
			}
			LockSupport.parkNanos(5_000_000);
		}
	}

	private byte[] ask(byte[] request) throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress("127.0.0.1", this.port), 1000);
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request);
			InputStream in = socket.getInputStream();
			byte[] answer = new byte[16 * 1024];
			int length = in.read(answer);
			while (length > 0 && in.available() > 0) {
				length += in.read(answer, length, answer.length - length);
			}
			return length < 0 ? new byte[0] : Arrays.copyOf(answer, length);
		}
	}

	/** Ends it as an operator does, so that it writes what it writes at its end. */
	public void stop() {
		this.process.stop();
	}

	@Override
	public void close() {
		this.process.close();
	}

}
