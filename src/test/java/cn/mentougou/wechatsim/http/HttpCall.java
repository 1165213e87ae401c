package cn.mentougou.wechatsim.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * One HTTP call on a connection of its own. A client of the JDK would do for the call,
 * but it has no deadline for connect, first byte and body together, cannot choose its
 * source address, and cannot hear what a server says after the deadline.
 */
public final class HttpCall implements Closeable {

	private final Socket socket = new Socket();

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	private final long deadline;

	public HttpCall(Duration timeout) {
		this.deadline = System.nanoTime() + timeout.toNanos();
	}

	/** Connects and sends; {@code from} is the source address, if it matters. */
	public void send(Request request, @Nullable String from) throws IOException {
		URI url = request.url();
		if (!"http".equals(url.getScheme()) || url.getHost() == null) {
			throw new IOException("only http addresses can be called, not " + url);
		}
		if (from != null) {
			socket.bind(new InetSocketAddress(from, 0));
		}
		int port = (url.getPort() != -1) ? url.getPort() : 80;
		socket.setTcpNoDelay(true);
		socket.connect(new InetSocketAddress(url.getHost(), port), remaining());
		Thread watchdog = watchdog();
		try {
			socket.getOutputStream().write(request.bytes());
			socket.getOutputStream().flush();
		}
		catch (IOException ex) {
			// A server that refuses a long body may have answered before it read it.
			remaining();
		}
		finally {
			watchdog.interrupt();
		}
	}

	/** Reads the answer until it is complete or the deadline has come. */
	public Answer receive() throws IOException {
		return receiveUntil(deadline);
	}

	/**
	 * Hangs up, as the platform does, by closing our half of the connection only, so that
	 * an answer that comes too late can still be written into the log.
	 */
	public Optional<Answer> hangUp(Duration patience) {
		try (this) {
			socket.shutdownOutput();
			return Optional.of(receiveUntil(System.nanoTime() + patience.toNanos()));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	@Override
	public void close() {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// Nothing was to be said on it any more.
		}
	}

	private Answer receiveUntil(long end) throws IOException {
		InputStream in = socket.getInputStream();
		byte[] buffer = new byte[8192];
		while (true) {
			Optional<Answer> complete = HttpAnswerParser.parse(received.toByteArray(), false);
			if (complete.isPresent()) {
				return complete.get();
			}
			socket.setSoTimeout(remaining(end));
			int read = in.read(buffer);
			if (read < 0) {
				return HttpAnswerParser.parse(received.toByteArray(), true)
					.orElseThrow(() -> new IOException("the connection was closed without an answer"));
			}
			received.write(buffer, 0, read);
		}
	}

	private int remaining() throws SocketTimeoutException {
		return remaining(deadline);
	}

	private static int remaining(long end) throws SocketTimeoutException {
		long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
		if (millis <= 0) {
			throw new SocketTimeoutException("no answer in time");
		}
		return (int) millis;
	}

	private Thread watchdog() {
		Thread thread = new Thread(() -> {
			try {
				TimeUnit.NANOSECONDS.sleep(deadline - System.nanoTime());
				close();
			}
			catch (InterruptedException ex) {
				// The request was written in time.
			}
		}, "wechatsim-watchdog");
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	/** What is sent. */
	public record Request(String method, URI url, String contentType, String body) {

		byte[] bytes() {
			byte[] content = body.getBytes(StandardCharsets.UTF_8);
			String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
			String target = (url.getRawQuery() != null) ? path + "?" + url.getRawQuery() : path;
			String host = (url.getPort() != -1) ? url.getHost() + ":" + url.getPort() : url.getHost();
			String head = method + " " + target + " HTTP/1.1\r\nUser-Agent: Mozilla/4.0\r\nAccept: */*\r\nHost: " + host
					+ "\r\nPragma: no-cache\r\nConnection: close\r\n";
			if (method.equals("POST")) {
				head += "Content-Type: " + contentType + "\r\nContent-Length: " + content.length + "\r\n";
			}
			ByteArrayOutputStream all = new ByteArrayOutputStream();
			all.writeBytes((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			all.writeBytes(content);
			return all.toByteArray();
		}

	}

	/** What came back. */
	public record Answer(int status, String body) {
	}

}
