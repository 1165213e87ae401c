package cn.mentougou.wechatsim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneFilesTests {

	private static final Path PAGE = Path.of("src", "test", "resources", "wechatsim", "phone");

	private static final Pattern MARKUP = Pattern.compile(
			"innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|createContextualFragment|\\beval\\(|"
					+ "new Function|srcdoc|setAttribute\\('style'");

	private static final Pattern INLINE = Pattern.compile("<script>|<style|\\sstyle=|\\son[a-z]+=|javascript:");

	private static final Pattern ELSEWHERE = Pattern
		.compile("(?:src|href|url|@import|from)[=(\\s]*[\"']?(?:https?:)?//");

	@ParameterizedTest
	@MethodSource("ownFiles")
	void textIsNeverReadAsMarkup(Path file) {
		assertThat(contents(file)).doesNotContainPattern(MARKUP);
	}

	@ParameterizedTest
	@MethodSource("ownFiles")
	void strictContentPolicyRefusesNothing(Path file) {
		if (file.toString().endsWith(".html")) {
			assertThat(contents(file)).doesNotContainPattern(INLINE).contains("default-src 'self'");
		}
	}

	@ParameterizedTest
	@MethodSource("ownFiles")
	void nothingIsLoadedFromElsewhere(Path file) {
		assertThat(contents(file).lines().filter((line) -> !line.contains("www.w3.org")))
			.noneMatch((line) -> ELSEWHERE.matcher(line).find());
	}

	@ParameterizedTest
	@MethodSource("ownFiles")
	void fileCanBeReadInOneGo(Path file) {
		assertThat(contents(file).lines().count()).isLessThanOrEqualTo(300);
	}

	static List<Path> ownFiles() throws IOException {
		try (Stream<Path> files = Files.walk(PAGE)) {
			return files.filter((file) -> file.toString().matches(".*\\.(html|js|css)"))
				.filter((file) -> !file.startsWith(PAGE.resolve("vendor")))
				.toList();
		}
	}

	private static String contents(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
