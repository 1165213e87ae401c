package cn.mentougou.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class VendoredFilesTests {

	@ParameterizedTest
	@MethodSource("manifests")
	void everyFileIsTheOneOfTheRegistry(Path manifest) {
		assertThat(entries(manifest)).isNotEmpty()
			.allSatisfy((entry) -> assertThat(sha256(manifest.resolveSibling(entry.file()))).as(entry.file())
				.isEqualTo(entry.sha256()));
	}

	@ParameterizedTest
	@MethodSource("manifests")
	void everyFileIsListed(Path manifest) throws IOException {
		Path directory = manifest.getParent();
		try (Stream<Path> files = Files.walk(directory)) {
			assertThat(files.filter(Files::isRegularFile).filter((file) -> !file.equals(manifest)))
				.extracting((file) -> directory.relativize(file).toString().replace('\\', '/'))
				.containsExactlyInAnyOrderElementsOf(entries(manifest).stream().map(Entry::file).toList());
		}
	}

	@ParameterizedTest
	@MethodSource("manifests")
	void everyFileSaysWhereItComesFromAndUnderWhichLicence(Path manifest) {
		assertThat(entries(manifest)).allSatisfy((entry) -> {
			assertThat(entry.name()).isNotBlank();
			assertThat(entry.licence()).isNotBlank();
			assertThat(entry.file()).startsWith(entry.name() + "-" + entry.version() + "/");
		});
	}

	static Stream<Path> manifests() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src"))) {
			return files.filter((file) -> file.endsWith(Path.of("vendor", "manifest.json"))).toList().stream();
		}
	}

	private static List<Entry> entries(Path manifest) {
		return Arrays.asList(JsonMapper.builder().build().readValue(manifest.toFile(), Entry[].class));
	}

	private static String sha256(Path file) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Entry(String file, String name, String version, String sha256, String licence, String source) {
	}

}
