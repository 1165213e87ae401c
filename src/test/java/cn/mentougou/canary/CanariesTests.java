package cn.mentougou.canary;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CanariesTests {

	private static final List<String> WORDS = List.of("欧阳铁柱", "13912348765");

	private final Canaries canaries = new Canaries(WORDS);

	@TempDir
	private Path folder;

	@Test
	void everyWritingOfEveryWordIsFoundWhereverItStands() throws IOException {
		byte[] noise = new byte[100_000];
		new Random(7).nextBytes(noise);
		Files.write(this.folder.resolve("noise"), noise);
		assertThat(this.canaries.in(this.folder).hits()).isEmpty();
		for (String word : WORDS) {
			Canaries.writings(word).forEach((writing, bytes) -> {
				byte[] planted = noise.clone();
				System.arraycopy(bytes, 0, planted, planted.length - bytes.length, bytes.length);
				assertThat(this.canaries.in(this.folder, planted)).as("%s in %s", word, writing)
					.extracting(Canaries.Finding::word)
					.contains(word);
			});
		}
	}

	@Test
	void aWordInTheMiddleOfBase64IsFound() {
		for (String before : List.of("", "a", "ab", "abc")) {
			String encoded = Base64.getEncoder()
				.encodeToString((before + "13912348765" + "的家长").getBytes(StandardCharsets.UTF_8));
			assertThat(this.canaries.in(this.folder, encoded.getBytes(StandardCharsets.US_ASCII))).as(before)
				.isNotEmpty();
		}
	}

	@Test
	void filesInFoldersBelowAreCountedAndFound() throws IOException {
		Path below = Files.createDirectories(this.folder.resolve("a/b"));
		Files.writeString(below.resolve("application.log"), "sent to 13912348765");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(below.resolve("packed.gz")))) {
			out.write("13912348765".getBytes(StandardCharsets.US_ASCII));
		}
		Canaries.Findings findings = this.canaries.in(this.folder);
		assertThat(findings.files()).isEqualTo(2);
		// What is packed is not looked into: no file of the product is.
		assertThat(findings.hits()).singleElement().satisfies((hit) -> {
			assertThat(hit.at()).isEqualTo(8);
			assertThat(hit.file().getFileName()).hasToString("application.log");
		});
	}

	@Test
	void aWordThatChanceWouldFindIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Canaries(List.of("王")));
	}

}
