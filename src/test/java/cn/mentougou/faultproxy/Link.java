package cn.mentougou.faultproxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** One connection of a client, and the one to the server that belongs to it. */
final class Link {

	private static final int PIECE = 16 * 1024;

	private final FaultProxy proxy;

	private final Socket client;

	private final Socket server;

	private long fromServer;

	/** Whether the next answer is to be lost. */
	private volatile boolean isDoomed;

	private volatile boolean isReset;

	Link(FaultProxy proxy, Socket client, Socket server) {
		this.proxy = proxy;
		this.client = client;
		this.server = server;
	}

	void pumpThere() {
		pump(this.client, this.server, this::there);
	}

	void pumpBack() {
		pump(this.server, this.client, this::back);
	}

	/** Ends the connection on both sides with a reset instead of a farewell. */
	void reset() {
		this.isReset = true;
		this.proxy.forget(this);
		for (Socket socket : new Socket[] { this.client, this.server }) {
			try {
				socket.setSoLinger(true, 0);
				socket.close();
			}
			catch (IOException ex) {
				// It is gone already.
			}
		}
	}

	private void pump(Socket from, Socket to, Carrier carrier) {
		byte[] piece = new byte[PIECE];
		try {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
				carrier.carry(piece, length, out);
			}
			to.shutdownOutput();
			if (from.isOutputShutdown()) {
				this.proxy.forget(this);
				this.client.close();
				this.server.close();
			}
		}
		catch (IOException ex) {
			reset();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void there(byte[] piece, int length, OutputStream out) throws IOException, InterruptedException {
		pause(this.proxy.behaviour().there());
		while (this.proxy.behaviour().trouble() == Behaviour.Trouble.BLACK_HOLE && !this.isReset) {
			this.proxy.awaitChange();
		}
		Behaviour behaviour = this.proxy.behaviour();
		if (behaviour.trouble() == Behaviour.Trouble.ANSWER_LOST_AFTER
				&& new String(piece, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT)
					.contains(behaviour.words())) {
			this.isDoomed = true;
		}
		out.write(piece, 0, length);
	}

	private void back(byte[] piece, int length, OutputStream out) throws IOException, InterruptedException {
		pause(this.proxy.behaviour().back());
		while (isSilenced() && !this.isReset) {
			this.proxy.awaitChange();
		}
		if (this.isDoomed) {
			this.proxy.cut(this);
			return;
		}
		Behaviour behaviour = this.proxy.behaviour();
		switch (behaviour.trouble()) {
			case CUT -> cut(piece, length, out, behaviour.bytes());
			case DRIP -> drip(piece, length, out);
			default -> out.write(piece, 0, length);
		}
		this.fromServer += length;
	}

	private boolean isSilenced() {
		Behaviour.Trouble trouble = this.proxy.behaviour().trouble();
		return trouble == Behaviour.Trouble.BLACK_HOLE || trouble == Behaviour.Trouble.ANSWERS_LOST;
	}

	private void cut(byte[] piece, int length, OutputStream out, long after) throws IOException {
		int left = (int) Math.max(0, Math.min(length, after - this.fromServer));
		out.write(piece, 0, left);
		if (left < length) {
			this.proxy.cut(this);
		}
	}

	private void drip(byte[] piece, int length, OutputStream out) throws IOException, InterruptedException {
		for (int i = 0; i < length; i++) {
			Behaviour behaviour = this.proxy.behaviour();
			if (behaviour.trouble() == Behaviour.Trouble.DRIP) {
				TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(1) / behaviour.bytes());
			}
			out.write(piece, i, 1);
		}
	}

	private static void pause(Duration delay) throws InterruptedException {
		if (!delay.isZero()) {
			TimeUnit.NANOSECONDS.sleep(delay.toNanos());
		}
	}

	/** Brings a piece to the other side, as the line behaves. */
	private interface Carrier {

		void carry(byte[] piece, int length, OutputStream out) throws IOException, InterruptedException;

	}

}
