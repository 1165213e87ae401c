package cn.mentougou.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive connection of the load: sends a request, collects its answer. */
final class Connection {

	private final InetSocketAddress address;

	private final Selector selector;

	private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);

	private SocketChannel channel;

	private volatile int message;

	private boolean isLast;

	Connection(InetSocketAddress address, Selector selector) throws IOException {
		this.address = address;
		this.selector = selector;
		this.channel = connect();
	}

	private SocketChannel connect() throws IOException {
		SocketChannel fresh = SocketChannel.open(this.address);
		fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
		fresh.configureBlocking(false);
		fresh.register(this.selector, SelectionKey.OP_READ, this);
		return fresh;
	}

	/** The message whose answer is awaited. */
	int message() {
		return this.message;
	}

	void send(int index, ByteBuffer request) throws IOException {
		this.message = index;
		while (request.hasRemaining()) {
			this.channel.write(request);
		}
	}

	/** Reads what is there; returns whether the answer is complete. */
	boolean read() throws IOException {
		if (this.channel.read(this.buffer) < 0) {
			throw new IOException("the connection was closed in the middle of an answer");
		}
		return isComplete();
	}

	private boolean isComplete() throws IOException {
		byte[] bytes = this.buffer.array();
		for (int i = 3; i < this.buffer.position(); i++) {
			if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
				String head = new String(bytes, 0, i, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
				this.isLast = head.contains("\r\nconnection: close");
				return this.buffer.position() >= i + 1 + bodyLength(head);
			}
		}
		return false;
	}

	private static int bodyLength(String head) throws IOException {
		int from = head.indexOf("\r\ncontent-length:");
		if (from < 0) {
			throw new IOException("an answer without its length:\n" + head);
		}
		return Integer.parseInt(head.substring(from + 17, head.indexOf('\r', from + 2)).strip());
	}

	/** Moves the answer to the arena and gets ready for the next message. */
	int takeAnswer(Arena answers, long[] positions) throws IOException {
		int length = this.buffer.position();
		positions[this.message] = answers.add(this.buffer.array(), length);
		this.buffer.clear();
		if (this.isLast) {
			this.channel.close();
			this.channel = connect();
		}
		return length;
	}

	void close() throws IOException {
		this.channel.close();
	}

}
