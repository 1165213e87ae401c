package cn.mentougou.education;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** People read sentences, never codes. */
class SentencesTests {

	private static final Pattern ACT = Pattern
		.compile("(?:AuditEntry\\s*\\.(?:done|refused)|new Acted)\\([^\"]*\"([a-z]+\\.[a-z-]+)\"");

	private static final Path MESSAGES = Path.of("src/main/resources/messages");

	/** A refusal, or the rejection of a form's field, with its code written out. */
	private static final Pattern CODE = Pattern.compile(
			"(?:new\\s+(?:Refusal\\.)?(?:NotFound|Forbidden|Invalid|Conflict)\\(|reject\\(|rejectValue\\([^,]+,|sendError\\([^,]+,)"
					+ "\\s*(?:[a-zA-Z.()&|!= ]+\\?\\s*)?\"([^\"]+)\"");

	private static Set<String> thrownIn(String source) {
		Set<String> codes = new TreeSet<>();
		Matcher code = CODE.matcher(source);
		while (code.find()) {
			codes.add(code.group(1));
		}
		return codes;
	}

	private static Properties sentencesOf(Path file) throws IOException {
		Properties sentences = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			sentences.load(reader);
		}
		return sentences;
	}

	private static Properties sentences() throws IOException {
		Properties sentences = new Properties();
		for (Path file : Sources.files(MESSAGES, ".properties")) {
			sentences.putAll(sentencesOf(file));
		}
		return sentences;
	}

	@Test
	void everyCodeHasItsSentence() throws IOException {
		Properties sentences = sentences();
		TreeMap<String, Path> missing = new TreeMap<>();
		Set<String> thrown = new TreeSet<>();
		for (Path file : Sources.files(Path.of("src/main/java"), ".java")) {
			for (String code : thrownIn(Sources.text(file))) {
				thrown.add(code);
				if (!sentences.containsKey(code)) {
					missing.put(code, file);
				}
			}
		}
		assertThat(missing).as("codes without a sentence in src/main/resources/messages").isEmpty();
		assertThat(thrown).hasSizeGreaterThan(10);
	}

	/** Or under the name that Spring gives, such as {@code typeMismatch}. */
	@Test
	void everySentenceIsChineseAndStandsInItsModulesFile() throws IOException {
		for (Path file : Sources.files(MESSAGES, ".properties")) {
			Properties own = sentencesOf(file);
			String module = file.getFileName().toString().replace(".properties", "");
			assertThat(own.stringPropertyNames()).as(file.toString())
				.allMatch((code) -> code.startsWith(module + ".") || code.matches("(typeMismatch|[A-Z]).*"));
			assertThat(own.values()).as(file.toString())
				.allSatisfy((sentence) -> assertThat(sentence.toString()).containsPattern("\\p{IsHan}")
					.doesNotContain("'"));
		}
	}

	@Test
	void everyActOfTheAuditHasItsWords() throws IOException {
		Properties sentences = sentences();
		Set<String> acts = new TreeSet<>();
		for (Path file : Sources.files(Path.of("src/main/java"), ".java")) {
			Matcher act = ACT.matcher(Sources.text(file));
			while (act.find()) {
				acts.add("audit.action." + act.group(1));
			}
		}
		assertThat(acts).hasSizeGreaterThan(30).allSatisfy((act) -> assertThat(sentences).containsKey(act));
	}

	@Test
	void codesAreSeenHoweverTheyAreThrown() {
		assertThat(thrownIn("throw new Refusal.NotFound(\"a.b\");")).containsExactly("a.b");
		assertThat(thrownIn("() -> new Refusal.Invalid(\n\t\t\"a.b\", 3)")).containsExactly("a.b");
		assertThat(thrownIn("errors.rejectValue(\"name\", \"a.b\")")).containsExactly("a.b");
	}

}
