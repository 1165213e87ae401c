package cn.mentougou.education.office.attachment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import cn.mentougou.specimens.Specimen;
import cn.mentougou.specimens.Specimens;

import static org.assertj.core.api.Assertions.assertThat;

/** All files are examined by one process with a heap of 256 MB, which outlives them. */
@Tag("engine")
class SpecimenTests {

	private static final long PATIENCE_MILLIS = 45_000;

	private static final Map<String, String[]> RESULTS = new HashMap<>();

	@BeforeAll
	static void examineAll(@TempDir Path folder) throws Exception {
		Path files = Files.createDirectory(folder.resolve("files"));
		List<Specimen> specimens = Specimens.all();
		for (int i = 0; i < specimens.size(); i++) {
			Files.write(files.resolve("specimen" + i), specimens.get(i).maker().make());
		}
		Path answer = folder.resolve("answer");
		Process process = new ProcessBuilder(SmallHeap.command(folder, files)).redirectErrorStream(true)
			.redirectOutput(answer.toFile())
			.start();
		assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
		List<String> lines = Files.readAllLines(answer);
		assertThat(process.exitValue()).as(() -> String.join("\n", lines)).isZero();
		for (String line : lines) {
			if (line.startsWith(SmallHeap.RESULT)) {
				String[] parts = line.substring(SmallHeap.RESULT.length()).split("\t");
				int number = Integer.parseInt(parts[0].substring("specimen".length()));
				RESULTS.put(specimens.get(number).title(), parts);
			}
		}
	}

	static List<Specimen> specimens() {
		return Specimens.all();
	}

	@ParameterizedTest
	@MethodSource("specimens")
	void eachFileIsRefusedOrItsSecretsAreNamed(Specimen specimen) {
		String[] result = RESULTS.getOrDefault(specimen.title(), new String[] { "", "nothing", "0" });
		assertThat(result[1]).isEqualTo(specimen.refusal() + specimen.findings());
		assertThat(Long.parseLong(result[2])).isLessThan(PATIENCE_MILLIS);
	}

	@Test
	void thereAreManySorts() {
		assertThat(Specimens.all()).hasSizeGreaterThan(110).extracting(Specimen::title).doesNotHaveDuplicates();
	}

}
