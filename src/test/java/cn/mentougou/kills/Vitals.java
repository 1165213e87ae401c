package cn.mentougou.kills;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import cn.mentougou.delivery.PackagedApplication;

/**
 * What one instance takes, right after a full collection.
 *
 * @param heap living objects, MB
 * @param rss memory that the system gave, MB
 * @param threads how many live
 * @param connections how many the application's pool holds
 * @param files how many files and sockets are open
 */
record Vitals(double heap, double rss, int threads, int connections, int files) {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final double MEGABYTE = 1024 * 1024;

	/** Collects garbage in the instance and reads. */
	static Vitals of(PackagedApplication instance) throws IOException, InterruptedException {
		long pid = instance.process().pid();
		collect(pid);
		String metrics = metrics(instance.managementUri("/actuator/prometheus"));
		return new Vitals(sum(metrics, "jvm_memory_used_bytes{area=\"heap\"") / MEGABYTE, rss(pid) / 1024.0,
				(int) sum(metrics, "jvm_threads_live_threads"), (int) sum(metrics, "hikaricp_connections{"),
				(int) sum(metrics, "process_files_open_files"));
	}

	private static void collect(long pid) throws IOException, InterruptedException {
		String java = Optional.ofNullable(System.getenv("EDUCATION_TEST_JAVA")).orElse(System.getProperty("java.home"));
		Process jcmd = new ProcessBuilder(Path.of(java, "bin", "jcmd").toString(), Long.toString(pid), "GC.run")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (!jcmd.waitFor(60, TimeUnit.SECONDS) || jcmd.exitValue() != 0) {
			throw new IllegalStateException("jcmd could not collect");
		}
	}

	private static String metrics(URI uri) throws IOException, InterruptedException {
		return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
	}

	private static double sum(String metrics, String name) {
		return metrics.lines()
			.filter((line) -> line.startsWith(name))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

	private static double rss(long pid) throws IOException {
		return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToDouble((line) -> Double.parseDouble(line.replaceAll("\\D", "")))
			.findFirst()
			.orElse(0);
	}

}
