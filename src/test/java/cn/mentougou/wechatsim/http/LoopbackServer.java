package cn.mentougou.wechatsim.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A server that only this machine can reach, with threads of its own. */
public final class LoopbackServer implements AutoCloseable {

	static {
		// Without it the JDK's server waits 40 ms between an answer's head and its body.
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	private final HttpServer server;

	private final ExecutorService executor;

	private LoopbackServer(HttpServer server, ExecutorService executor) {
		this.server = server;
		this.executor = executor;
	}

	/** Starts; port 0 is any free one, and the name is that of the threads. */
	public static LoopbackServer start(String name, int port, HttpHandler handler) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		ExecutorService executor = Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task, name);
			thread.setDaemon(true);
			return thread;
		});
		server.createContext("/", handler);
		server.setExecutor(executor);
		server.start();
		return new LoopbackServer(server, executor);
	}

	public int port() {
		return server.getAddress().getPort();
	}

	@Override
	public void close() {
		executor.shutdownNow();
		server.stop(0);
	}

}
