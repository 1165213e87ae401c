package cn.mentougou.education;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SourceSizeTests {

	private static final int MOST_LINES = 300;

	@Test
	void noFileIsLongerThanAPersonReads() throws IOException {
		List<String> tooLong = new ArrayList<>();
		for (Path file : Sources.files(Path.of("src"), ".java")) {
			long lines = Sources.text(file).lines().count();
			if (lines > MOST_LINES) {
				tooLong.add(file + " has " + lines + " lines");
			}
		}
		assertThat(tooLong).isEmpty();
	}

}
