package cn.mentougou.education;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationDocumentationTests {

	private static Set<String> read() throws IOException {
		ConfigurationNames names = new ConfigurationNames();
		new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("cn.mentougou.education")
			.stream()
			.map(JavaClass::reflect)
			.forEach(names::read);
		for (Path file : Sources.files(Path.of("src/main/java"), ".java")) {
			names.readSource(Sources.text(file));
		}
		return names.names();
	}

	private static Set<String> documented() throws IOException {
		Set<String> documented = new TreeSet<>();
		Matcher name = Pattern.compile("`(education\\.[^`]+)`").matcher(Sources.section("configuration"));
		while (name.find()) {
			documented.add(name.group(1));
		}
		return documented;
	}

	@Test
	void readmeExplainsEveryPropertyThatIsRead() throws IOException {
		Set<String> missing = new TreeSet<>(read());
		missing.removeAll(documented());
		assertThat(missing).as("rows missing in README's table of configuration").isEmpty();
	}

	@Test
	void readmeExplainsNoPropertyThatNobodyReads() throws IOException {
		Set<String> gone = new TreeSet<>(documented());
		gone.removeAll(read());
		assertThat(gone).as("rows of properties that nobody reads").isEmpty();
	}

	@Test
	void everyWayOfReadingIsSeen() {
		ConfigurationNames names = new ConfigurationNames().read(Sample.class)
			.read(Reader.class)
			.readSource("environment.getProperty(\"education.sample.asked\")");
		assertThat(names.names()).containsExactlyInAnyOrder("education.sample.asked",
				"education.sample.entries[i].app-id", "education.sample.enabled", "education.sample.limits.*",
				"education.sample.words[i]", "education.sample.wait-for", "education.sample.parameter");
	}

	@ConfigurationProperties("education.sample")
	private record Sample(List<Entry> entries, List<String> words, Map<String, Integer> limits, Duration waitFor) {

		private record Entry(String appId) {
		}

	}

	@ConditionalOnProperty(prefix = "education.sample", name = "enabled")
	private static final class Reader {

		@SuppressWarnings("unused")
		void read(@Value("${education.sample.parameter:1}") int parameter) {
		}

	}

}
