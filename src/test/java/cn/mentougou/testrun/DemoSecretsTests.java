package cn.mentougou.testrun;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class DemoSecretsTests {

	@TempDir
	private Path folder;

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void restartHasTheSameAndFreshDataHaveOthers() {
		Map<String, Object> first = DemoSecrets.of(this.environment, this.folder);
		assertThat(DemoSecrets.of(this.environment, this.folder)).isEqualTo(first)
			.containsEntry("education.demo.totp-changed", false);
		assertThat(DemoSecrets.of(this.environment, this.folder.resolve("fresh"))).isNotEqualTo(first);
		assertThat(String.valueOf(first.get("education.demo.password"))).hasSizeBetween(12, 20);
	}

	@Test
	void environmentWinsAndIsKept() {
		DemoSecrets.of(this.environment, this.folder);
		this.environment.setProperty("education.demo.password", "quiet river seven stones");
		this.environment.setProperty("education.demo.totp-secret", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
		assertThat(DemoSecrets.of(this.environment, this.folder))
			.containsEntry("education.demo.password", "quiet river seven stones")
			.containsEntry("education.demo.totp-changed", true);
		assertThat(DemoSecrets.of(new MockEnvironment(), this.folder))
			.containsEntry("education.demo.password", "quiet river seven stones")
			.containsEntry("education.demo.totp-changed", false);
	}

}
