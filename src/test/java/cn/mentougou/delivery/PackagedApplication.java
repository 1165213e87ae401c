package cn.mentougou.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The repackaged jar as a process of its own, configured by environment variables alone,
 * as in production. It can be killed and started again on the same ports.
 */
public final class PackagedApplication implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private final Map<String, Object> properties = new LinkedHashMap<>();

	private final List<String> options = new ArrayList<>();

	private final Path folder;

	private @Nullable Path beside;

	private @Nullable ChildProcess process;

	/**
	 * Takes the properties under their dotted names; nothing is started yet.
	 * @param folder where the process works and its log stands
	 */
	public PackagedApplication(Map<String, Object> properties, Path folder) {
		this.folder = createFolder(folder);
		this.properties.put("server.port", freePort());
		this.properties.put("management.server.port", freePort());
		this.properties.put("education.attachment.directory", folder.resolve("attachments"));
		this.properties.put("education.spool.directory", folder.resolve("spool"));
		this.properties.putAll(properties);
	}

	/** The jar that Maven has just packaged. */
	public static Path jar() {
		return Path.of(Optional.ofNullable(System.getProperty("education.test.jar"))
			.orElseThrow(() -> new IllegalStateException("education.test.jar names no jar: run mvn verify")));
	}

	/** Adds an option of the JVM. */
	public PackagedApplication option(String option) {
		this.options.add(option);
		return this;
	}

	/**
	 * Puts one configuration class of the tests, with its nested classes, beside the jar.
	 */
	public PackagedApplication with(Class<?> configuration) {
		this.properties.put("spring.main.sources", configuration.getName());
		this.beside = copied(configuration, createFolder(this.folder.resolve("beside")));
		return this;
	}

	/** Starts the process without waiting for it. */
	public ChildProcess launch(String... arguments) {
		String java = ChildProcess
			.java(Optional.ofNullable(System.getenv("EDUCATION_TEST_JAVA")).orElse(System.getProperty("java.home")));
		List<String> command = new ArrayList<>(List.of(java, "-Xmx512m"));
		command.addAll(this.options);
		command.addAll(main());
		command.addAll(List.of(arguments));
		this.process = ChildProcess.start(command, environment(), log());
		return this.process;
	}

	/** Starts the process and waits until it takes messages. */
	public PackagedApplication start() {
		launch();
		return awaitReady();
	}

	/** Waits until the process that was launched takes messages. */
	public PackagedApplication awaitReady() {
		ChildProcess launched = process();
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!isReady()) {
			if (!launched.isAlive() || System.nanoTime() > deadline) {
				throw new AssertionError("The application is not ready:\n" + launched.output());
			}
			ChildProcess.pause();
		}
		return this;
	}

	/** Ends the process at once: {@code kill -9}. */
	public void kill() {
		if (this.process != null) {
			this.process.kill();
		}
	}

	/** Asks the process to end and returns its exit status. */
	public int stop() {
		return (this.process != null) ? this.process.stop() : 0;
	}

	/** The address of a path on the application's port. */
	public URI uri(String path) {
		return URI.create("http://localhost:" + this.properties.get("server.port") + path);
	}

	/** The address of a path on the management port. */
	public URI managementUri(String path) {
		return URI.create("http://127.0.0.1:" + this.properties.get("management.server.port") + path);
	}

	/** The file that holds everything printed since the first start. */
	public Path log() {
		return this.folder.resolve("application.log");
	}

	/** The process that runs, to read what it prints. */
	public ChildProcess process() {
		if (this.process == null) {
			throw new IllegalStateException("Not started");
		}
		return this.process;
	}

	@Override
	public void close() {
		if (this.process != null) {
			this.process.close();
		}
	}

	/** The jar's other launcher, which it always carries, takes further classes. */
	private List<String> main() {
		return (this.beside == null) ? List.of("-jar", jar().toString()) : List.of("-Dloader.path=" + this.beside,
				"-cp", jar().toString(), "org.springframework.boot.loader.launch.PropertiesLauncher");
	}

	private static Path copied(Class<?> type, Path folder) {
		String packageFolder = type.getPackageName().replace('.', '/');
		Path classes = Path.of("target", "test-classes", packageFolder);
		try (DirectoryStream<Path> files = Files.newDirectoryStream(classes, type.getSimpleName() + "*.class")) {
			Path target = createFolder(folder.resolve(packageFolder));
			for (Path file : files) {
				Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether it says that it takes messages and has its database. */
	boolean isReady() {
		HttpRequest request = HttpRequest.newBuilder(managementUri("/actuator/health/readiness"))
			.timeout(Duration.ofSeconds(5))
			.build();
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private Map<String, String> environment() {
		Map<String, String> environment = new LinkedHashMap<>();
		this.properties.forEach((name, value) -> environment.put(variable(name), value.toString()));
		return environment;
	}

	/** {@code accounts[0].app-id} becomes {@code ACCOUNTS_0_APPID}. */
	private static String variable(String property) {
		return property.toUpperCase(Locale.ROOT).replaceAll("[-\\]]", "").replaceAll("[.\\[]", "_");
	}

	private static Path createFolder(Path folder) {
		try {
			return Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
