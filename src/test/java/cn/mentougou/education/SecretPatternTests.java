package cn.mentougou.education;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class SecretPatternTests {

	/** Written so that this file does not match its own patterns. */
	private static final Map<String, Pattern> EVERYWHERE = Map.of("a private key",
			Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KE[Y]-----"), "a cloud key",
			Pattern.compile("\\b(AKI[A]|LTA[I])[0-9A-Za-z]{12,}"), "a registry's host",
			Pattern.compile("https?://[^/\\s\"'<]*(nexu[s]|artifactor[y]|registr[y]|mirro[r])[^/\\s\"'<]*\\."),
			"a path of one machine", Pattern.compile("(?<![\\w.])/(wor[k]|roo[t]|User[s]|hom[e]/\\w+)/|C:\\\\User[s]"));

	private static final String NAMED = "(?i)(secret|password|token|aes[-_.]?key|index[-_.]?key|private[-_.]?key|\\.key)";

	private static final String VALUE = "(?=[A-Za-z+/_-]*[0-9])[0-9A-Za-z+/_-]{16,}";

	/** Test vectors are public, so these look only at what is delivered. */
	private static final Pattern IN_CODE = Pattern.compile(NAMED + "\\s*[=:(,]\\s*[\"']" + VALUE);

	private static final Pattern IN_CONFIGURATION = Pattern.compile(NAMED + "\\s*[=:]\\s*[\"']?" + VALUE);

	@Test
	void noTrackedFileHoldsASecretOrNamesAMachine() throws IOException, InterruptedException {
		List<String> found = new ArrayList<>();
		for (String file : tracked()) {
			Path path = Path.of(file);
			if (Files.isRegularFile(path)) {
				found.addAll(findings(file, Files.readString(path, StandardCharsets.ISO_8859_1)));
			}
		}
		assertThat(found).isEmpty();
	}

	private static List<String> findings(String file, String text) {
		List<String> found = new ArrayList<>();
		EVERYWHERE.forEach((what, pattern) -> {
			if (pattern.matcher(text).find()) {
				found.add(file + " holds " + what);
			}
		});
		Pattern value = file.endsWith(".java") ? IN_CODE : IN_CONFIGURATION;
		if (!file.startsWith("src/test/") && value.matcher(text).find()) {
			found.add(file + " holds a value that looks like a secret");
		}
		return found;
	}

	private static List<String> tracked() throws IOException, InterruptedException {
		assumeThat(Path.of(".git")).as("a git checkout").exists();
		Process git = new ProcessBuilder("git", "ls-files", "-z").redirectErrorStream(true).start();
		String files = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(git.waitFor()).as(files).isZero();
		return List.of(files.split("\0"));
	}

	@Test
	void everyPatternFindsItsKind() {
		assertThat(findings("a", "-----BEGIN RSA PRIVATE " + "KEY-----")).hasSize(1);
		assertThat(findings("a", "AKI" + "A0123456789ABCDEF")).hasSize(1);
		assertThat(findings("a", "<url>https://nexu" + "s.example.org/maven</url>")).hasSize(1);
		assertThat(findings("a", "cd /wor" + "k/main")).hasSize(1);
		assertThat(findings("README.md", "education.wechat.accounts[0].secret=0123456789abcdef0123456789abcdef"))
			.hasSize(1);
		assertThat(findings("README.md", "EDUCATION_PRIVACY_KEYS_0_KEY=${KEY}")).isEmpty();
		assertThat(findings("src/main/A.java", "secret = \"0123456789abcdef0123456789abcdef\"")).hasSize(1);
		assertThat(findings("src/main/A.java", "token = sha256OfEverythingGiven()")).isEmpty();
		assertThat(findings("src/test/A.java", "String secret = \"0123456789abcdef0123456789abcdef\"")).isEmpty();
	}

}
