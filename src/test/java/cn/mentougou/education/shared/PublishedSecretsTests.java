package cn.mentougou.education.shared;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

class PublishedSecretsTests {

	/** A class path as the packaged jar's: without the demonstration. */
	private final ClassLoader production = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader());

	@Test
	void everySecretOfTheDemonstrationIsRefusedInProduction() throws IOException {
		Properties demo = PropertiesLoaderUtils.loadProperties(new ClassPathResource("application-demo.properties"));
		assertThat(demo.stringPropertyNames()).filteredOn((name) -> name.matches("education\\..*(secret|token|key)"))
			.hasSizeGreaterThanOrEqualTo(8)
			.allSatisfy((name) -> assertThat(PublishedSecrets.contain(demo.getProperty(name), this.production))
				.as("the SHA-256 of %s stands in PublishedSecrets", name)
				.isTrue());
	}

	@Test
	void demonstrationMayUseThem() {
		assertThat(PublishedSecrets.contain("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG")).isFalse();
	}

	@Test
	void otherValuesAreNotPublished() {
		assertThat(PublishedSecrets.contain("aTokenOfOurOwn", this.production)).isFalse();
	}

}
