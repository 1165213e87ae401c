package cn.mentougou.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A database server on a port of its own that can be stopped, killed and started again
 * with the same data on the same port.
 */
public abstract class Engine implements AutoCloseable {

	/** The address the servers listen on; nobody else on the network sees them. */
	public static final String HOST = "127.0.0.1";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final String name;

	private final String variables;

	private final Path directory;

	private final boolean temporary;

	private int port;

	private @Nullable EngineProcess process;

	Engine(String name, String variables, @Nullable Path directory) throws IOException {
		this.name = name;
		this.variables = variables;
		this.temporary = directory == null;
		this.directory = (directory != null) ? Files.createDirectories(directory.toAbsolutePath())
				: Cache.temporaryFolder(name.toLowerCase(java.util.Locale.ROOT));
	}

	/** The command line of the server on this port. */
	abstract List<String> command(int onPort) throws IOException;

	/**
	 * What to write to a fresh connection to get an answer; empty if it greets by itself.
	 */
	abstract String greeting();

	/** Starts the server, or does nothing if it runs. */
	public final synchronized void start() {
		if (isRunning()) {
			return;
		}
		try {
			for (int attempt = 1; attempt <= 3; attempt++) {
				int candidate = (this.port != 0) ? this.port : freePort();
				this.process = EngineProcess.start(command(candidate), log(),
						this.temporary ? this.directory.toString() : "");
				if (answers(candidate)) {
					this.port = candidate;
					return;
				}
			}
			throw EngineUnavailable.notStarted(this.name, this.variables, endOfLog());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Lets the server finish its work and end. */
	public final synchronized void stop() {
		if (this.process != null) {
			this.process.stop();
			this.process = null;
		}
	}

	/** Ends the server as a power failure would. */
	public final synchronized void kill() {
		if (this.process != null) {
			this.process.kill();
			this.process = null;
		}
	}

	/** Stops the server for good; temporary data vanish. */
	@Override
	public final synchronized void close() {
		if (this.temporary && this.process != null) {
			this.process.discard();
			this.process = null;
		}
		stop();
		if (this.temporary) {
			Cache.delete(this.directory);
		}
	}

	/** Whether the server's process lives. */
	public final synchronized boolean isRunning() {
		return this.process != null && this.process.isAlive();
	}

	/** The port, the same after each start. */
	public final synchronized int port() {
		return this.port;
	}

	/** The number of the server's process. */
	public final synchronized long pid() {
		if (this.process == null) {
			throw new IllegalStateException(this.name + " does not run");
		}
		return this.process.pid();
	}

	final Path directory() {
		return this.directory;
	}

	final boolean isTemporary() {
		return this.temporary;
	}

	private Path log() {
		return this.directory.resolve("server.log");
	}

	private String endOfLog() throws IOException {
		List<String> lines = Files.readAllLines(log(), StandardCharsets.ISO_8859_1);
		return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
	}

	private boolean answers(int candidate) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (isRunning() && System.nanoTime() < deadline) {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(HOST, candidate), 1000);
				socket.setSoTimeout((int) PATIENCE.toMillis());
				OutputStream out = socket.getOutputStream();
				out.write(greeting().getBytes(StandardCharsets.US_ASCII));
				InputStream in = socket.getInputStream();
				if (in.read() != -1) {
					return true;
				}
			}
			catch (IOException ex) {
				// Not yet.
			}
			pause();
		}
		kill();
		return false;
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
			return socket.getLocalPort();
		}
	}

}
