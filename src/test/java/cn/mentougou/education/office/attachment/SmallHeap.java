package cn.mentougou.education.office.attachment;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import cn.mentougou.education.shared.Refusal;

/**
 * Examines files in a process with a small heap, two at a time as two people would hand
 * them in, and says what became of each.
 */
public final class SmallHeap {

	/** What a line of the answer begins with. */
	static final String RESULT = "RESULT\t";

	private SmallHeap() {
	}

	/** Examines each file of a folder; the result of one is a line with its name. */
	public static void run(String folder) throws Exception {
		PrintStream out = System.out;
		ExecutorService people = Executors.newFixedThreadPool(2);
		try (Stream<Path> files = Files.list(Path.of(folder))) {
			for (Path file : files.sorted().toList()) {
				people.execute(() -> out.println(RESULT + file.getFileName() + "\t" + examine(file)));
			}
		}
		people.shutdown();
		people.awaitTermination(10, TimeUnit.MINUTES);
		out.flush();
	}

	private static String examine(Path file) {
		long start = System.nanoTime();
		String refusal = "";
		Set<String> found = new TreeSet<>();
		try {
			Examination.of(file).findings().forEach((finding) -> found.add(finding.code().name()));
		}
		catch (Refusal ex) {
			refusal = ex.code();
		}
		catch (IOException | RuntimeException ex) {
			refusal = ex.toString();
		}
		return refusal + found + "\t" + Duration.ofNanos(System.nanoTime() - start).toMillis();
	}

	/** The command that runs it; only one class of the tests may have a main method. */
	static List<String> command(Path launcher, Path folder) throws IOException {
		Path source = Files.writeString(launcher.resolve("Run.java"), """
				class Run {
					public static void main(String[] folder) throws Exception {
						cn.mentougou.education.office.attachment.SmallHeap.run(folder[0]);
					}
				}
				""");
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"),
				source.toString(), folder.toString());
	}

}
