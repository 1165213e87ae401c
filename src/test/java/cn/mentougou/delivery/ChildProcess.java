package cn.mentougou.delivery;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that a test starts, reads and ends. It sees no variable of the test's own
 * environment but the path.
 */
public final class ChildProcess implements AutoCloseable {

	private final Process process;

	private final Path log;

	private ChildProcess(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/** Starts the command; what it prints is added to the log. */
	public static ChildProcess start(List<String> command, Map<String, String> environment, Path log) {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		builder.environment().keySet().retainAll(List.of("PATH", "HOME", "SystemRoot", "TEMP"));
		builder.environment().putAll(environment);
		try {
			return new ChildProcess(builder.start(), log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The executable of a JDK: a folder such as JAVA_HOME, or the executable itself. */
	public static String java(String place) {
		File home = new File(place, "bin/java");
		return home.exists() ? home.getPath() : place;
	}

	/** Waits until the program has printed this, and fails if it ends before. */
	public ChildProcess awaitOutput(String text, Duration atMost) {
		long deadline = System.nanoTime() + atMost.toNanos();
		while (!output().contains(text)) {
			if (!this.process.isAlive() || System.nanoTime() > deadline) {
				throw new AssertionError("\"" + text + "\" is not in what was printed:\n" + output());
			}
			pause();
		}
		return this;
	}

	/** Waits for the end and returns the exit status. */
	public int awaitEnd(Duration atMost) {
		this.process.onExit().orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS).join();
		return this.process.exitValue();
	}

	/** Asks the program to end, as an operator or systemd does. */
	public int stop() {
		this.process.destroy();
		return awaitEnd(Duration.ofSeconds(40));
	}

	/** Ends the program at once: {@code kill -9}. */
	public void kill() {
		this.process.destroyForcibly();
		awaitEnd(Duration.ofSeconds(20));
	}

	/** Everything printed so far. */
	public String output() {
		try {
			return new String(Files.readAllBytes(this.log), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether the program runs. */
	public boolean isAlive() {
		return this.process.isAlive();
	}

	/** The number of the process. */
	public long pid() {
		return this.process.pid();
	}

	/** The processes below this one. */
	public List<ProcessHandle> descendants() {
		return this.process.descendants().toList();
	}

	@Override
	public void close() {
		if (isAlive()) {
			kill();
		}
	}

	static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(30);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
