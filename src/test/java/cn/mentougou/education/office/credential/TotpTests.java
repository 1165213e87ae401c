package cn.mentougou.education.office.credential;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TotpTests {

	/** The secret of the RFC's table: the ASCII digits 1234567890 twice. */
	private final Totp totp = Totp.of(Base32.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));

	/** RFC 6238, appendix B, the last six of eight digits. */
	@ParameterizedTest
	@CsvSource({ "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
			"20000000000, 353130" })
	void codesAreThoseOfTheStandard(long seconds, String code) {
		assertThat(this.totp.codeAt(Instant.ofEpochSecond(seconds))).isEqualTo(code);
	}

	@Test
	void oneStepBeforeAndOneAfterAreAcceptedAndNoMore() {
		Instant now = Instant.parse("2026-03-02T01:00:10Z");
		long present = now.getEpochSecond() / 30;
		for (int off = -3; off <= 3; off++) {
			String code = this.totp.codeAt(now.plusSeconds(30L * off));
			if (Math.abs(off) <= 1) {
				assertThat(this.totp.stepOf(code, now)).hasValue(present + off);
			}
			else {
				assertThat(this.totp.stepOf(code, now)).isEmpty();
			}
		}
	}

	@Test
	void secretSurvivesItsLetters() {
		Totp fresh = Totp.fresh();
		Instant now = Instant.parse("2026-03-02T01:00:00Z");
		assertThat(Totp.of(fresh.letters().toLowerCase().replaceAll("(.{4})", "$1 ")).codeAt(now))
			.isEqualTo(fresh.codeAt(now));
		assertThat(fresh.letters()).hasSize(32);
		assertThat(fresh.toString()).doesNotContain(fresh.letters());
	}

	@Test
	void shortOrForeignLettersAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Totp.of("ABCDEFGH"));
		assertThatIllegalArgumentException().isThrownBy(() -> Totp.of("0189".repeat(10)));
	}

	@Test
	void addressForTheApplicationNamesIssuerAndAccount() {
		assertThat(this.totp.uri("门头沟教育", "li.si")).startsWith("otpauth://totp/%E9%97%A8")
			.contains("secret=" + this.totp.letters())
			.doesNotContain("+", " ");
		assertThat(QrCode.of(this.totp.uri("门头沟教育", "li.si")).size()).isBetween(29, 80);
	}

}
