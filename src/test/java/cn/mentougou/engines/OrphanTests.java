package cn.mentougou.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("engine")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no watching shell there")
class OrphanTests {

	/** Run from its source, so that the test classes keep a single main class. */
	private static final String PROGRAM = """
			import cn.mentougou.engines.Engines;
			import java.nio.file.Path;

			class Program {

				public static void main(String[] args) throws Exception {
					Engines engines = args[0].isEmpty() ? Engines.temporary() : Engines.in(Path.of(args[0]));
					System.out.println(engines.mariaDb().pid() + " " + engines.redis().pid());
					System.in.read();
				}

			}
			""";

	@TempDir
	private Path folder;

	@Test
	void killedJvmLeavesNoServerAndNoTemporaryFolder() throws Exception {
		Process jvm = start("");
		List<ProcessHandle> left = family(jvm);
		Path data = Path.of("target", "engines", "run").toAbsolutePath();
		assertThat(left).anyMatch((handle) -> commandOf(handle).contains("redis-server"))
			.anyMatch((handle) -> commandOf(handle).contains("mariadbd"));
		List<Path> folders = foldersOf(left, data);
		assertThat(folders).hasSize(2);
		jvm.destroyForcibly();
		awaitEndOf(left);
		assertThat(folders).noneMatch(Files::exists);
	}

	@Test
	void killedJvmLeavesItsKeptDataInOrder() throws Exception {
		Process jvm = start(this.folder.resolve("kept").toString());
		List<ProcessHandle> left = family(jvm);
		jvm.destroyForcibly();
		awaitEndOf(left);
		assertThat(Files.readString(this.folder.resolve("kept/mariadb/server.log"))).contains("Shutdown complete");
	}

	private Process start(String argument) throws IOException {
		Path source = Files.writeString(this.folder.resolve("Program.java"), PROGRAM);
		Process jvm = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				source.toString(), argument)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		assertThat(jvm.inputReader(StandardCharsets.UTF_8).readLine()).matches("\\d+ \\d+");
		return jvm;
	}

	/** The shells and servers below the JVM. */
	private static List<ProcessHandle> family(Process jvm) {
		return jvm.descendants().toList();
	}

	private static String commandOf(ProcessHandle handle) {
		return handle.info().commandLine().orElse("");
	}

	private static List<Path> foldersOf(List<ProcessHandle> processes, Path parent) throws IOException {
		List<String> commands = processes.stream().map(OrphanTests::commandOf).toList();
		try (Stream<Path> folders = Files.list(parent)) {
			return folders.filter((run) -> commands.stream().anyMatch((line) -> line.contains(run.toString())))
				.toList();
		}
	}

	private static void awaitEndOf(List<ProcessHandle> processes) throws Exception {
		for (ProcessHandle process : processes) {
			process.onExit().get(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS);
		}
		assertThat(processes).isNotEmpty().noneMatch(ProcessHandle::isAlive);
	}

}
