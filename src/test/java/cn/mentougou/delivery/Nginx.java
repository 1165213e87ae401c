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
public final class Nginx implements AutoCloseable {

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

	private final URI address;

	private final URI plain;

	private final Process process;

	private int linesGiven;

	private Nginx(Path folder, URI address, URI plain, Process process) {
		this.folder = folder;
		this.address = address;
		this.plain = plain;
		this.process = process;
	}

	/** Starts the proxy in front of one or two instances on these ports. */
	public static Nginx start(Path folder, int... upstream) throws Exception {
		return start(folder, "http", freePort(), upstream, "listen 80;", "");
	}

	/** The same with the lines for HTTPS switched on. */
	static Nginx startWithTls(Path folder, int upstream) throws Exception {
		int port = freePort();
		certificate(folder);
		Files.writeString(folder.resolve("education-tls.inc"),
				Files.readString(SHIPPED.resolve("education-tls.inc"))
					.replace("listen 443", "listen 127.0.0.1:" + port)
					.replace("/etc/nginx/", folder + "/"));
		return start(folder, "https", port, new int[] { upstream }, "#include education-tls.inc",
				"include education-tls.inc");
	}

	private static Nginx start(Path folder, String scheme, int port, int[] upstream, String switched, String with)
			throws Exception {
		int second = (upstream.length > 1) ? upstream[1] : freePort();
		int plain = scheme.equals("http") ? port : freePort();
		prepare(folder, switched, with.isEmpty() ? switched : with, "listen 80;", "listen 127.0.0.1:" + plain + ";",
				"127.0.0.1:8080", "127.0.0.1:" + upstream[0], "127.0.0.1:8082", "127.0.0.1:" + second);
		Nginx nginx = new Nginx(folder, URI.create(scheme + "://localhost:" + port),
				URI.create("http://localhost:" + plain), run(folder));
		nginx.awaitStart();
		return nginx;
	}

	/** A certificate that nobody but this test trusts. */
	private static void certificate(Path folder) throws Exception {
		Process openssl = new ProcessBuilder("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
				"-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout",
				folder.resolve("education.key").toString(), "-out", folder.resolve("education.crt").toString())
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("openssl.out").toFile())
			.start();
		assertThat(openssl.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(openssl.exitValue()).isZero();
	}

	/** What {@code nginx -t} says about the shipped files. */
	static String check(Path folder) throws Exception {
		prepare(folder);
		Process process = run(folder, "-t");
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		return Files.readString(folder.resolve("start.log"));
	}

	/** The address of a path. */
	public URI uri(String path) {
		return this.address.resolve(path);
	}

	/** The address of a path without HTTPS. */
	URI plainUri(String path) {
		return this.plain.resolve(path);
	}

	/** Everything the proxy has written to any log. */
	public String logs() throws IOException {
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

	/** The last lines of the access log that nobody was given before. */
	List<String> awaitLines(int number) throws IOException {
		List<String> lines = accessLog();
		long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
		while (lines.size() < this.linesGiven + number && System.nanoTime() < deadline) {
			ChildProcess.pause();
			lines = accessLog();
		}
		this.linesGiven = lines.size();
		return lines.subList(lines.size() - number, lines.size());
	}

	private List<String> accessLog() throws IOException {
		return Files.readAllLines(this.folder.resolve("education-access.log"));
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
	}

	private static void prepare(Path folder, String... replacements) throws IOException {
		String text = Files.readString(SHIPPED.resolve("education.conf"))
			.replace("/var/log/nginx/", folder + "/")
			.replace("/var/lib/nginx/", folder + "/")
			.replace("/usr/share/education", SHIPPED.toAbsolutePath().toString())
			.replace("/var/lib/education/attachments/", folder + "/attachments/");
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
			socket.connect(new InetSocketAddress("127.0.0.1", this.address.getPort()), 500);
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
