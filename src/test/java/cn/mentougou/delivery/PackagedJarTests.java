package cn.mentougou.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.mentougou.education.EngineProperties;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("engine")
class PackagedJarTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@TempDir
	private Path folder;

	@Test
	void jarHoldsNoSimulatorNoEngineAndNoDemo() throws IOException {
		try (JarFile jar = new JarFile(PackagedApplication.jar().toFile())) {
			List<String> entries = jar.stream().map(ZipEntry::getName).toList();
			assertThat(entries).anyMatch((name) -> name.contains("EducationApplication"))
				.anyMatch((name) -> name.contains("db/migration/V"))
				.noneMatch(
						(name) -> name.matches("(?i).*(wechatsim|testrun|/engines/|mariadb|embedded-redis|redis-server"
								+ "|demo|junit|selenium|sample).*"));
		}
	}

	@Test
	void jarStartsOnEnvironmentVariablesAloneAndEndsCleanly() {
		try (PackagedApplication application = new PackagedApplication(EngineProperties.fresh(), this.folder)) {
			application.start();
			assertThat(application.stop()).isEqualTo(143);
			application.start();
			application.kill();
			application.start();
		}
	}

	@Test
	void jarWithoutSecretsRefusesToStart() {
		Map<String, Object> properties = fresh();
		properties.keySet().removeIf((name) -> name.startsWith("education.privacy"));
		assertThat(refusalOf(properties)).contains("缺少 education.privacy.keys[0]");
	}

	@Test
	void jarWithASampleSecretRefusesToStart() {
		Map<String, Object> properties = fresh();
		properties.put("education.wechat.accounts[1].secret", "changeme");
		assertThat(refusalOf(properties)).contains("education.wechat.accounts[1].secret 是示例值")
			.doesNotContain("changeme");
	}

	@Test
	void busyPortIsNamedWithItsProperty() {
		try (PackagedApplication first = new PackagedApplication(EngineProperties.fresh(), this.folder).start()) {
			Map<String, Object> properties = fresh();
			properties.put("server.port", first.uri("/").getPort());
			assertThat(refusalOf(properties)).contains("端口 " + first.uri("/").getPort(), "server.port", "SERVER_PORT");
		}
	}

	private String refusalOf(Map<String, Object> properties) {
		try (PackagedApplication application = new PackagedApplication(properties, this.folder.resolve("refused"))) {
			ChildProcess process = application.launch();
			assertThat(process.awaitEnd(PATIENCE)).isNotZero();
			assertThat(process.output()).doesNotContain("\tat ");
			return process.output();
		}
	}

	private static Map<String, Object> fresh() {
		return new LinkedHashMap<>(EngineProperties.fresh());
	}

}
