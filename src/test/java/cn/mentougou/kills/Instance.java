package cn.mentougou.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/**
 * A part of the application as a process of its own, started by Spring's own main method:
 * {@code mvn spring-boot:test-run} must find a single one in the test sources.
 */
final class Instance {

	private final Class<?> application;

	private final Path properties;

	private @Nullable Process process;

	/** The file that {@link #written} wrote holds its properties. */
	Instance(Class<?> application, Path properties) {
		this.application = application;
		this.properties = properties;
	}

	/** Writes the properties into this folder, where the log will be too. */
	static Path written(Path folder, Map<String, Object> properties) throws IOException {
		Properties file = new Properties();
		properties.forEach((name, value) -> file.setProperty(name, value.toString()));
		Path path = folder.resolve("instance.properties");
		try (Writer writer = Files.newBufferedWriter(path)) {
			file.store(writer, null);
		}
		return path;
	}

	/** Does not wait until it is at work. */
	void start() {
		try {
			this.process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx256m",
					"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
					SpringApplication.class.getName(), "--spring.main.sources=" + this.application.getName(),
					"--spring.main.web-application-type=none",
					"--spring.config.additional-location=" + this.properties.toUri())
				.redirectErrorStream(true)
				.redirectOutput(
						ProcessBuilder.Redirect.appendTo(this.properties.resolveSibling("instance.log").toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void kill() {
		if (this.process != null) {
			this.process.destroyForcibly();
		}
	}

}
