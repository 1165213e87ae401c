package cn.mentougou.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One server process and the shell that ends it when this JVM is gone.
 */
final class EngineProcess {

	/**
	 * The shell has its own session, so Ctrl-C in the terminal reaches only the JVM,
	 * which stops its servers last. It waits for the end of a pipe that only the JVM
	 * holds. A server whose folder is doomed has nothing to save and is killed; "keep" in
	 * the pipe means an ordinary stop.
	 */
	private static final String WATCH = """
			trap '' INT
			log=$1 doomed=$2
			shift 2
			"$@" </dev/null >>"$log" 2>&1 &
			engine=$!
			echo $engine
			read -r word
			if [ "$word" = keep ] || [ -z "$doomed" ]
			then
				kill -TERM $engine 2>/dev/null
				wait $engine
			else
				kill -KILL $engine 2>/dev/null
				wait $engine
				rm -rf "$doomed"
			fi
			""";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Process process;

	private final ProcessHandle engine;

	private EngineProcess(Process process, ProcessHandle engine) {
		this.process = process;
		this.engine = engine;
	}

	/**
	 * Starts the command.
	 * @param doomed the folder to remove with the JVM's end; empty to keep everything
	 */
	static EngineProcess start(List<String> command, Path log, String doomed) throws IOException {
		if (Platform.isWindows()) {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
				.start();
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
			return new EngineProcess(process, process.toHandle());
		}
		List<String> watched = new ArrayList<>();
		if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
			watched.add("/usr/bin/setsid");
		}
		watched.addAll(List.of("sh", "-c", WATCH, "engine-watch", log.toString(), doomed));
		watched.addAll(command);
		Process shell = new ProcessBuilder(watched).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		BufferedReader reader = shell.inputReader(StandardCharsets.US_ASCII);
		String pid = reader.readLine();
		if (pid == null) {
			throw new IOException("The watching shell ended with status " + exitOf(shell));
		}
		return new EngineProcess(shell, ProcessHandle.of(Long.parseLong(pid.trim())).orElse(shell.toHandle()));
	}

	long pid() {
		return this.engine.pid();
	}

	boolean isAlive() {
		return this.engine.isAlive();
	}

	/** Lets the server finish its work and keeps its data. */
	void stop() {
		sendToWatch("keep\n");
		if (Platform.isWindows()) {
			this.engine.destroy();
		}
		awaitEnd();
	}

	/** Ends the server in the middle of whatever it does, and keeps its data. */
	void kill() {
		this.engine.destroyForcibly();
		stop();
	}

	/** Ends the server together with its doomed folder. */
	void discard() {
		sendToWatch("");
		if (Platform.isWindows()) {
			this.engine.destroyForcibly();
		}
		awaitEnd();
	}

	private void sendToWatch(String word) {
		try (OutputStream pipe = this.process.getOutputStream()) {
			pipe.write(word.getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			// The shell is gone, and the server with it.
		}
	}

	private void awaitEnd() {
		try {
			if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				this.engine.destroyForcibly();
			}
			this.engine.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			this.engine.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("Process " + this.engine.pid() + " does not end", ex);
		}
	}

	private static int exitOf(Process process) {
		try {
			return process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return -1;
		}
	}

}
