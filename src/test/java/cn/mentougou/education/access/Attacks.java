package cn.mentougou.education.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What strangers write into fields. */
final class Attacks {

	private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9A-F]{4})|[nrt\\\\])");

	private Attacks() {
	}

	static List<String> all() throws IOException {
		return Files.readAllLines(Path.of("src/test/resources/access/attacks.txt"))
			.stream()
			.filter((line) -> !line.startsWith("# "))
			.map(Attacks::read)
			.toList();
	}

	private static String read(String line) {
		if (line.equals("{{long}}")) {
			return "长".repeat(100_000);
		}
		return ESCAPE.matcher(line).replaceAll((escape) -> Matcher.quoteReplacement(character(escape.group(1))));
	}

	private static String character(String escape) {
		return switch (escape.charAt(0)) {
			case 'n' -> "\n";
			case 'r' -> "\r";
			case 't' -> "\t";
			case 'u' -> String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
			default -> "\\";
		};
	}

}
