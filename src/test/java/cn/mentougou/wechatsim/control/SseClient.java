package cn.mentougou.wechatsim.control;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One page that listens, with what it has not yet taken. */
final class SseClient {

	private static final int WAITING = 1_000;

	private static final long HEARTBEAT_SECONDS = 15;

	private final OutputStream out;

	private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(WAITING);

	private final Thread writer = Thread.currentThread();

	private volatile boolean open = true;

	SseClient(OutputStream out) {
		this.out = out;
	}

	/** A page that takes nothing for a thousand events is dropped; it will come again. */
	void offer(String message) {
		if (open && !waiting.offer(message)) {
			open = false;
			// The interrupt also ends a write that the other side does not read.
			writer.interrupt();
		}
	}

	void run() {
		try {
			while (open) {
				String message = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
				out.write(((message != null) ? message : ": heartbeat\n\n").getBytes(StandardCharsets.UTF_8));
				out.flush();
			}
		}
		catch (IOException ex) {
			// The page is gone.
		}
		catch (InterruptedException ex) {
			// The page was too slow, or the simulator ends.
		}
		finally {
			open = false;
		}
	}

}
