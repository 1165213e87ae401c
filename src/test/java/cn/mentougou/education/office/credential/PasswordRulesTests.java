package cn.mentougou.education.office.credential;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	private final PasswordRules rules = new PasswordRules();

	@ParameterizedTest
	@CsvSource({ "too-short, 短口令", "too-short, nine9nine", "is-pattern, aaaaaaaaaaaa", "is-pattern, 1212121212",
			"is-pattern, 0123456789", "is-pattern, qwertyuiop12", "is-pattern, abcdefghijkl", "is-common, password123!",
			"is-common, !!Password2026", "is-common, mentougou2026", "is-common, Jiaowei12345",
			"is-common, lisi.wang99", "is-common, baseball1!", "is-pattern, 门头沟教育123456", "is-common, 2026年门头沟教育" })
	void whatGuessersTryFirstIsRefused(String fault, String password) {
		String username = "lisi.wang";
		assertThat(this.rules.fault(password, username)).hasValue("credential.password-" + fault);
	}

	@ParameterizedTest
	@ValueSource(strings = { "correct horse battery staple", "我家门前有两棵树，一棵是枣树", "Kq7#vN2pLx", "lantern-moss-47-quiet",
			"9f3b7c1d2e8a" })
	void longOrUncommonOnesAreTakenWhateverTheirCharacters(String password) {
		assertThat(this.rules.fault(password, "lisi.wang")).isEmpty();
	}

	@Test
	void sixtyFourCharactersAreTheMost() {
		String phrase = "不同的字组成的长句子也可以".repeat(6);
		assertThat(this.rules.fault(phrase.substring(0, 64), "a")).isEmpty();
		assertThat(this.rules.fault(phrase.substring(0, 65), "a")).hasValue("credential.password-too-long");
	}

	@Test
	void listIsTheOneThatWasReviewed() throws IOException, NoSuchAlgorithmException {
		byte[] list = new ClassPathResource("common-passwords.txt", CommonPasswords.class).getContentAsByteArray();
		assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list)))
			.isEqualTo("deb7dbb0faa7a409eecec027f88a7386bad0c578681acfa5c05adaee43db9184");
		assertThat(CommonPasswords.load().words()).hasSizeGreaterThan(5900);
	}

}
