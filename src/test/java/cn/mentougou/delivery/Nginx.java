package cn.mentougou.delivery;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A running nginx with the shipped configuration; only its ports and log folder differ.
 */
final class Nginx implements AutoCloseable {

	private static final Path SHIPPED = Path.of("nginx");

	private static final String FRAME = """
			daemon off;
			master_process off;
			pid nginx.pid;
			events {}
			http {
				client_body_temp_path temp-body;
				proxy_temp_path temp-proxy;
				fastcgi_temp_path temp-fastcgi;
				uwsgi_temp_path temp-uwsgi;
				scgi_temp_path temp-scgi;
				include education.conf;
			}
			""";

	private final Path folder;

	private final int port;

	private final Process process;

	private Nginx(Path folder, int port, Process process) {
		this.folder = folder;
		this.port = port;
		this.process = process;
	}

	/** Starts the proxy in front of that port. */
	static Nginx start(Path folder, int upstream) throws Exception {
		int port = freePort();
		prepare(folder, "listen 80;", "listen 127.0.0.1:" + port + ";", "127.0.0.1:8080", "127.0.0.1:" + upstream);
		Nginx nginx = new Nginx(folder, port, run(folder));
		nginx.awaitStart();
		return nginx;
	}

	/** What {@code nginx -t} says about the shipped files. */
	static String check(Path folder) throws Exception {
		prepare(folder);
		Process process = run(folder, "-t");
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		return Files.readString(folder.resolve("start.log"));
	}

	URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	/** Everything the proxy has written to any log. */
	String logs() throws IOException {
		StringBuilder text = new StringBuilder();
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path log : files.filter((file) -> file.toString().endsWith(".log")).toList()) {
				text.append(Files.readString(log));
			}
		}
		return text.toString();
	}

	/** Lines are written a moment after the answer. */
	void awaitLog(String text) throws IOException {
		long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
		while (!logs().contains(text) && System.nanoTime() < deadline) {
			ChildProcess.pause();
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
	}

	private static void prepare(Path folder, String... replacements) throws IOException {
		String text = Files.readString(SHIPPED.resolve("education.conf")).replace("/var/log/nginx/", folder + "/");
		for (int i = 0; i < replacements.length; i += 2) {
			assertThat(text).contains(replacements[i]);
			text = text.replace(replacements[i], replacements[i + 1]);
		}
		Files.writeString(folder.resolve("education.conf"), text);
		Files.copy(SHIPPED.resolve("education-proxy.inc"), folder.resolve("education-proxy.inc"));
		Files.writeString(folder.resolve("nginx.conf"), FRAME);
	}

	private static Process run(Path folder, String... options) throws IOException {
		Stream<String> always = Stream.of(binary().toString(), "-p", folder.toString(), "-e", "error.log", "-c",
				"nginx.conf");
		List<String> command = Stream.concat(always, Arrays.stream(options)).toList();
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(folder.resolve("start.log").toFile())
			.start();
	}

	private static Path binary() {
		Stream<String> folders = Stream.concat(Stream.of("/usr/sbin"),
				Arrays.stream(System.getenv("PATH").split(File.pathSeparator)));
		Optional<Path> binary = folders.map((folder) -> Path.of(folder, "nginx"))
			.filter(Files::isExecutable)
			.findFirst();
		if (binary.isEmpty() && System.getenv("CI") != null) {
			fail("nginx is not installed: apt-get install nginx");
		}
		assumeThat(binary).as("nginx is installed").isPresent();
		return binary.orElseThrow();
	}

	private void awaitStart() throws Exception {
		long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (!accepts()) {
			assertThat(this.process.isAlive()).as(() -> "nginx lives: " + read("start.log")).isTrue();
			assertThat(System.nanoTime()).as("nginx starts in time").isLessThan(deadline);
			ChildProcess.pause();
		}
	}

	private String read(String file) {
		try {
			return Files.readString(this.folder.resolve(file), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private boolean accepts() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress("127.0.0.1", this.port), 500);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
