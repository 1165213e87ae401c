package cn.mentougou.education.wechat.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One connection that sends what no well-behaved client would, and waits five seconds for
 * each answer as the platform does.
 */
class RawConnection implements AutoCloseable {

	private static final int PATIENCE_MILLIS = 5_000;

	private final int port;

	private @Nullable Socket socket;

	private InputStream in = InputStream.nullInputStream();

	RawConnection(int port) {
		this.port = port;
	}

	/** Sends a request and reads its answer. */
	Answer call(String method, String target, byte[] body) throws IOException {
		if (this.socket == null) {
			this.socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
			this.socket.setTcpNoDelay(true);
			this.socket.setSoTimeout(PATIENCE_MILLIS);
			this.in = new BufferedInputStream(this.socket.getInputStream());
		}
		byte[] head = (method + " " + target
				+ " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: " + body.length
				+ "\r\n\r\n")
			.getBytes(StandardCharsets.ISO_8859_1);
		byte[] request = new byte[head.length + body.length];
		System.arraycopy(head, 0, request, 0, head.length);
		System.arraycopy(body, 0, request, head.length, body.length);
		this.socket.getOutputStream().write(request);
		return answer();
	}

	private Answer answer() throws IOException {
		int status = Integer.parseInt(line().split(" ")[1]);
		int length = 0;
		boolean isChunked = false;
		boolean isLast = false;
		for (String line = line(); !line.isEmpty(); line = line()) {
			String header = line.toLowerCase(Locale.ROOT);
			String value = header.substring(header.indexOf(':') + 1).strip();
			if (header.startsWith("content-length:")) {
				length = Integer.parseInt(value);
			}
			isChunked |= header.startsWith("transfer-encoding:") && value.equals("chunked");
			isLast |= header.startsWith("connection:") && value.equals("close");
		}
		byte[] body = isChunked ? chunks() : this.in.readNBytes(length);
		if (isLast) {
			close();
		}
		return new Answer(status, new String(body, StandardCharsets.UTF_8));
	}

	private byte[] chunks() throws IOException {
		StringBuilder all = new StringBuilder();
		for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
			all.append(new String(this.in.readNBytes(size), StandardCharsets.ISO_8859_1));
			line();
		}
		line();
		return all.toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = this.in.read(); next != '\n'; next = this.in.read()) {
			if (next < 0) {
				close();
				throw new IOException("the connection was closed");
			}
			line.append((char) next);
		}
		return line.toString().strip();
	}

	@Override
	public void close() throws IOException {
		if (this.socket != null) {
			this.socket.close();
			this.socket = null;
		}
	}

	/** Status and body. */
	record Answer(int status, String body) {
	}

}
