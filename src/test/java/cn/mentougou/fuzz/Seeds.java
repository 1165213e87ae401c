package cn.mentougou.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The committed seeds, one file each in {@code src/test/resources/fuzz/<target>}, and the
 * dictionary. What a search found is added there, so that it never comes back.
 */
final class Seeds {

	static final Path FOLDER = Path.of("src", "test", "resources", "fuzz");

	static final Path DICTIONARY = FOLDER.resolve("wechat.dict");

	private Seeds() {
	}

	static List<byte[]> of(FuzzTarget target) {
		List<byte[]> seeds = new ArrayList<>(target.madeSeeds());
		try (Stream<Path> files = Files.list(FOLDER.resolve(target.name()))) {
			for (Path file : files.sorted().toList()) {
				seeds.add(Files.readAllBytes(file));
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return seeds;
	}

	/** The words of the dictionary, which is in the form that libFuzzer reads. */
	static List<byte[]> dictionary() {
		try {
			return Files.readAllLines(DICTIONARY)
				.stream()
				.filter((line) -> line.startsWith("\""))
				.map((line) -> word(line.substring(1, line.length() - 1)))
				.toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] word(String escaped) {
		StringBuilder word = new StringBuilder();
		for (int i = 0; i < escaped.length(); i++) {
			char next = escaped.charAt(i);
			if (next == '\\' && escaped.charAt(i + 1) == 'x') {
				word.append((char) Integer.parseInt(escaped, i + 2, i + 4, 16));
				i += 3;
			}
			else if (next == '\\') {
				word.append(escaped.charAt(++i));
			}
			else {
				word.append(next);
			}
		}
		return word.toString().getBytes(StandardCharsets.ISO_8859_1);
	}

}
