package cn.mentougou.education.office.attachment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.specimens.Specimen;
import cn.mentougou.specimens.Specimens;

import static org.assertj.core.api.Assertions.assertThat;

class SpecimenTests {

	private static final Duration PATIENCE = Duration.ofSeconds(45);

	@TempDir
	private Path folder;

	static List<Specimen> specimens() {
		return Specimens.all();
	}

	@ParameterizedTest
	@MethodSource("specimens")
	void eachFileIsRefusedOrItsSecretsAreNamed(Specimen specimen) throws Exception {
		Path file = Files.write(this.folder.resolve("incoming"), specimen.maker().make());
		long start = System.nanoTime();
		String refusal = "";
		Set<String> found = new TreeSet<>();
		try {
			Examination.of(file).findings().forEach((finding) -> found.add(finding.code().name()));
		}
		catch (Refusal ex) {
			refusal = ex.code();
		}
		assertThat(refusal + found).isEqualTo(specimen.refusal() + specimen.findings());
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
	}

	@Test
	void thereAreManySorts() {
		assertThat(Specimens.all()).hasSizeGreaterThan(110).extracting(Specimen::title).doesNotHaveDuplicates();
	}

}
