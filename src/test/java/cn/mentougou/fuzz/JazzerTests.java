package cn.mentougou.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code mvn -B verify -Pfuzz -Dfuzz.seconds=600}: every target for so long, as many at a
 * time as {@code -Dfuzz.parallel} says; {@code -Dfuzz.targets} names some.
 */
@Tag("fuzz")
class JazzerTests {

	private static final Map<String, Future<JazzerRun.Report>> RUNS = new TreeMap<>();

	private static final ExecutorService THREADS = Executors.newFixedThreadPool(Integer.getInteger("fuzz.parallel", 1));

	@BeforeAll
	static void begin() throws IOException {
		Files.createDirectories(JazzerRun.FOLDER);
		for (String target : targets()) {
			JazzerRun run = new JazzerRun(target, Long.getLong("fuzz.seconds", 60));
			RUNS.put(target, THREADS.submit(run::run));
		}
	}

	@AfterAll
	static void end() {
		THREADS.shutdownNow();
	}

	@ParameterizedTest
	@MethodSource("targets")
	void searchFindsNothing(String target) throws InterruptedException, ExecutionException {
		JazzerRun.Report report = RUNS.get(target).get();
		System.out.print(JazzerRun.Report.HEAD + report.line());
		assertThat(report.findings()).isEmpty();
		assertThat(report.runs()).isPositive();
	}

	static List<String> targets() {
		String chosen = System.getProperty("fuzz.targets", "");
		return chosen.isEmpty() ? Targets.names() : Arrays.asList(chosen.split(","));
	}

}
