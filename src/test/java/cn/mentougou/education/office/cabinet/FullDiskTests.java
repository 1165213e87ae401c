package cn.mentougou.education.office.cabinet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("engine")
@DisabledOnOs(OS.WINDOWS)
class FullDiskTests {

	@TempDir
	private Path folder;

	@Test
	void writeThatTheDiskRefusesLeavesNothingAndOthersGoOn() throws Exception {
		Files.write(this.folder.resolve("large"), new byte[2 << 20]);
		Files.write(this.folder.resolve("small"), new byte[100_000]);
		Path answer = this.folder.resolve("answer");
		Process process = new ProcessBuilder(FullDisk.command(this.folder)).redirectErrorStream(true)
			.redirectOutput(answer.toFile())
			.start();
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		List<String> results = Files.readAllLines(answer).stream().filter((line) -> line.startsWith("RESULT")).toList();
		assertThat(results).as(() -> answer.toFile().toString())
			.containsExactly("RESULT attachment.no-space false", "RESULT kept 100000", "RESULT left 0");
	}

}
