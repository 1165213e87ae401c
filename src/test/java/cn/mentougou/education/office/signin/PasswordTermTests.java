package cn.mentougou.education.office.signin;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.shared.Misconfigured;
import cn.mentougou.education.shared.PersonId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PasswordTermTests {

	private static final Instant SET = Instant.parse("2026-01-05T01:00:00Z");

	private final MovableClock clock = new MovableClock(SET);

	private OwnPasswords passwords(Duration validFor) {
		return new OwnPasswords(null, null, null, new OwnPasswords.Parts(null, null, null, null, this.clock, null),
				new SignInProperties(SignInProperties.SecondFactor.REQUIRED, validFor));
	}

	private static SignIn signIn(boolean mustChange) {
		return new SignIn(new PersonId(1), "li.si", SignIn.State.ACTIVE, 1, mustChange, SET, null, true, null);
	}

	@Test
	void passwordWithoutATermIsGoodForEver() {
		this.clock.advance(Duration.ofDays(4000));
		assertThat(passwords(null).mustChange(signIn(false))).isFalse();
		assertThat(passwords(null).mustChange(signIn(true))).isTrue();
	}

	@Test
	void passwordOfNinetyDaysMustBeChangedAfterThem() {
		OwnPasswords passwords = passwords(Duration.ofDays(90));
		this.clock.advance(Duration.ofDays(89));
		assertThat(passwords.daysLeft(signIn(false))).isOne();
		assertThat(passwords.mustChange(signIn(false))).isFalse();
		this.clock.advance(Duration.ofDays(1));
		assertThat(passwords.mustChange(signIn(false))).isTrue();
	}

	@Test
	void termOfDaysIsRefused() {
		assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> passwords(Duration.ofDays(7)))
			.withMessageContaining("education.signin.password-valid-for");
	}

}
