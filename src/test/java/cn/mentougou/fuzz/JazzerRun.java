package cn.mentougou.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One search by Jazzer in a process of its own: seeds, dictionary, our classes and the
 * JDK's XML scanner instrumented, a small heap that a leak would fill.
 */
final class JazzerRun {

	static final Path FOLDER = Path.of("target", "fuzz").toAbsolutePath();

	private static final String INSTRUMENTED = "cn.mentougou.education.**:com.sun.org.apache.xerces.internal.impl.**";

	/** Short inputs are searched quickly; the short run has the long ones. */
	private static final int LONGEST = 4096;

	private final String target;

	private final long seconds;

	private final Path folder;

	private final Path log;

	JazzerRun(String target, long seconds) {
		this.target = target;
		this.seconds = seconds;
		this.folder = FOLDER.resolve(target);
		this.log = FOLDER.resolve(target + ".log");
	}

	/** Searches and writes the report. */
	Report run() throws IOException, InterruptedException {
		Path corpus = Files.createDirectories(this.folder.resolve("corpus"));
		FuzzTarget fuzzed = Targets.of(this.target);
		List<byte[]> seeds = Seeds.of(fuzzed).stream().filter((seed) -> seed.length <= LONGEST).toList();
		for (int i = 0; i < seeds.size(); i++) {
			Files.write(corpus.resolve("seed-" + i), seeds.get(i));
		}
		Process process = new ProcessBuilder(command(corpus)).redirectErrorStream(true)
			.redirectOutput(this.log.toFile())
			.start();
		if (!process.waitFor(this.seconds + 300, TimeUnit.SECONDS)) {
			process.destroyForcibly();
		}
		Report report = report(process.waitFor(), seeds.size());
		Files.writeString(FOLDER.resolve(this.target + ".md"), Report.HEAD + report.line());
		return report;
	}

	private List<String> command(Path corpus) {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:+UseSerialGC", "-Dfuzz.target=" + this.target, "-Dfuzz.millis=250", "-cp", classPath,
				"com.code_intelligence.jazzer.Jazzer", "--target_class=" + JazzerEntry.class.getName(),
				"--instrumentation_includes=" + INSTRUMENTED, "--reproducer_path=" + this.folder,
				"-artifact_prefix=" + this.folder + File.separator, "-dict=" + Seeds.DICTIONARY.toAbsolutePath(),
				"-max_len=" + LONGEST, "-timeout=5", "-max_total_time=" + this.seconds, "-print_final_stats=1",
				corpus.toString());
	}

	private Report report(int exit, int seeds) throws IOException {
		String text = Files.readString(this.log);
		int slowest = last(text, "stat::slowest_unit_time_sec:\\s+(\\d+)");
		return new Report(this.target, seeds, last(text, "Done (\\d+) runs"),
				last(text, "stat::average_exec_per_sec:\\s+(\\d+)"), last(text, "cov: (\\d+)"),
				last(text, "ft: (\\d+)"), slowest, last(text, "heap-begin: (\\d+)"), last(text, "heap-end: (\\d+)"),
				findings(exit));
	}

	private static int last(String text, String pattern) {
		return Pattern.compile(pattern)
			.matcher(text)
			.results()
			.map((MatchResult found) -> Integer.valueOf(found.group(1)))
			.reduce((first, second) -> second)
			.orElse(-1);
	}

	private List<String> findings(int exit) throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			List<String> found = files.filter(Files::isRegularFile)
				.map((file) -> FOLDER.getParent().getParent().relativize(file).toString())
				.filter((file) -> !file.endsWith(".java"))
				.toList();
			return found.isEmpty() && exit != 0 ? List.of("exit " + exit + ", see " + this.log.getFileName()) : found;
		}
	}

	/** What a search came to. */
	record Report(String target, int seeds, int runs, int runsPerSecond, int edges, int features, int slowestSeconds,
			int heapBegin, int heapEnd, List<String> findings) {

		static final String HEAD = "| target | seeds | runs | runs/s | edges | features | slowest run | heap after collection, first and last | findings |\n"
				+ "|---|---|---|---|---|---|---|---|---|\n";

		String line() {
			return "| %s | %d | %,d | %,d | %,d | %,d | %s | %,d → %,d KB | %s |\n".formatted(this.target, this.seeds,
					this.runs, this.runsPerSecond, this.edges, this.features,
					(this.slowestSeconds == 0) ? "< 1 s" : this.slowestSeconds + " s", this.heapBegin, this.heapEnd,
					this.findings.isEmpty() ? "none" : String.join(", ", this.findings));
		}

	}

}
