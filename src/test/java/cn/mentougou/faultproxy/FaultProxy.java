package cn.mentougou.faultproxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/** A TCP proxy whose behaviour a test changes while programs talk over it. */
public final class FaultProxy implements AutoCloseable {

	private final InetSocketAddress target;

	private final Set<Link> links = ConcurrentHashMap.newKeySet();

	private final AtomicInteger cuts = new AtomicInteger();

	private final int port;

	private volatile Behaviour behaviour = Behaviour.PASS;

	private volatile @Nullable ServerSocket listener;

	private @Nullable SocketChannel keptPort;

	private FaultProxy(InetSocketAddress target) throws IOException {
		this.target = target;
		this.port = listen(0);
	}

	/** Opens a way to a port of this machine. */
	public static FaultProxy to(int port) {
		try {
			return new FaultProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where clients find the server now; it never changes. */
	public int port() {
		return this.port;
	}

	/** Changes the behaviour from now on, also of open links. */
	public synchronized void behave(Behaviour next) {
		this.behaviour = next;
		boolean isRefusing = next.trouble() == Behaviour.Trouble.REFUSE;
		try {
			if (isRefusing) {
				stopListening();
				keepPort();
				reset();
			}
			else if (this.listener == null) {
				letPortGo();
				listen(this.port);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		synchronized (this.links) {
			this.links.notifyAll();
		}
	}

	/** Resets every open link. */
	public void reset() {
		this.links.forEach(Link::reset);
	}

	/** How many links a behaviour has cut so far. */
	public int cuts() {
		return this.cuts.get();
	}

	/** How many links are open. */
	public int links() {
		return this.links.size();
	}

	@Override
	public synchronized void close() {
		this.behaviour = Behaviour.REFUSE;
		try {
			stopListening();
			letPortGo();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		reset();
	}

	Behaviour behaviour() {
		return this.behaviour;
	}

	void cut(Link link) {
		this.cuts.incrementAndGet();
		link.reset();
	}

	void forget(Link link) {
		this.links.remove(link);
	}

	/** Stands still until the behaviour changes, or a little while. */
	void awaitChange() throws InterruptedException {
		synchronized (this.links) {
			this.links.wait(100);
		}
	}

	private int listen(int onPort) throws IOException {
		ServerSocket socket = new ServerSocket();
		socket.setReuseAddress(true);
		socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 500);
		this.listener = socket;
		daemon(() -> accept(socket), "faultproxy " + socket.getLocalPort());
		return socket.getLocalPort();
	}

	private void stopListening() throws IOException {
		ServerSocket socket = this.listener;
		this.listener = null;
		if (socket != null) {
			socket.close();
		}
	}

	/** Bound and not listening: it refuses, and nobody else on the machine gets it. */
	private void keepPort() throws IOException {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
		while (this.keptPort == null) {
			SocketChannel channel = SocketChannel.open();
			channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
			try {
				this.keptPort = channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
			}
			catch (BindException ex) {
				// The kernel listens until the accepting thread has woken up.
				channel.close();
				if (System.nanoTime() > deadline) {
					throw ex;
				}
				Thread.onSpinWait();
			}
		}
	}

	private void letPortGo() throws IOException {
		SocketChannel channel = this.keptPort;
		this.keptPort = null;
		if (channel != null) {
			channel.close();
		}
	}

	private void accept(ServerSocket socket) {
		while (!socket.isClosed()) {
			try {
				open(socket.accept());
			}
			catch (IOException ex) {
				// Closed, or a client that left at once.
			}
		}
	}

	private void open(Socket client) throws IOException {
		Socket server = new Socket();
		Link link = new Link(this, client, server);
		this.links.add(link);
		try {
			server.connect(this.target, 2000);
		}
		catch (IOException ex) {
			link.reset();
			return;
		}
		daemon(link::pumpThere, "faultproxy there");
		daemon(link::pumpBack, "faultproxy back");
	}

	private static void daemon(Runnable work, String name) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		thread.start();
	}

}
