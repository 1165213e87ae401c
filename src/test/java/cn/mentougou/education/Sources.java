package cn.mentougou.education;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of the repository, for tests that read it as a person would. */
final class Sources {

	static final Path README = Path.of("README.md");

	private Sources() {
	}

	static List<Path> files(Path folder, String ending) throws IOException {
		try (Stream<Path> paths = Files.walk(folder)) {
			return paths.filter((path) -> path.toString().endsWith(ending)).sorted().toList();
		}
	}

	static String text(Path file) throws IOException {
		return Files.readString(file);
	}

	/**
	 * What stands in the README between {@code <!-- name -->} and {@code <!-- /name -->}.
	 */
	static String section(String name) throws IOException {
		String text = text(README);
		return text.substring(begin(text, name), end(text, name));
	}

	static void writeSection(String name, String section) throws IOException {
		String text = text(README);
		Files.writeString(README, text.substring(0, begin(text, name)) + section + text.substring(end(text, name)));
	}

	private static int begin(String text, String name) {
		String marker = "<!-- " + name + " -->\n";
		int at = text.indexOf(marker);
		if (at < 0) {
			throw new IllegalStateException("README.md has no line " + marker);
		}
		return at + marker.length();
	}

	private static int end(String text, String name) {
		int at = text.indexOf("<!-- /" + name + " -->", begin(text, name));
		if (at < 0) {
			throw new IllegalStateException("README.md has no line <!-- /" + name + " -->");
		}
		return at;
	}

}
