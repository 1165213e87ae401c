package cn.mentougou.education.office.signin;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.DeskTest;

import static org.assertj.core.api.Assertions.assertThat;

@DeskTest
@Import(Guesses.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class GuessesTests {

	@Autowired
	private Guesses guesses;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void empty() {
		this.jdbc.sql("DELETE FROM sign_in_guess").update();
	}

	private List<String> wrong(String name, String address) {
		Guesses.Attempt attempt = this.guesses.begin(name, address);
		assertThat(attempt.lockedUntil()).isNull();
		return this.guesses.wrong(attempt);
	}

	private boolean isLocked(String name, String address) {
		return this.guesses.begin(name, address).lockedUntil() != null;
	}

	@Test
	void fifthWrongGuessLocksForHalfAnHour() {
		for (int i = 0; i < 4; i++) {
			assertThat(wrong("li.si", "192.0.2." + i)).isEmpty();
		}
		assertThat(wrong("li.si", "192.0.2.9")).containsExactly("NAME");
		assertThat(isLocked("li.si", "192.0.2.77")).isTrue();
		this.clock.advance(Duration.ofMinutes(29));
		assertThat(isLocked("li.si", "192.0.2.77")).isTrue();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(isLocked("li.si", "192.0.2.77")).isFalse();
	}

	@Test
	void guessesOfTheQuarterBeforeDoNotCount() {
		for (int round = 0; round < 5; round++) {
			for (int i = 0; i < 4; i++) {
				assertThat(wrong("li.si", "192.0.2." + i)).isEmpty();
			}
			this.clock.advance(Duration.ofMinutes(15));
		}
	}

	@Test
	void unfinishedGuessesCountToo() {
		for (int i = 0; i < 5; i++) {
			assertThat(isLocked("li.si", "192.0.2.1")).isFalse();
		}
		assertThat(isLocked("li.si", "192.0.2.1")).isTrue();
		this.clock.advance(Duration.ofMinutes(15));
		assertThat(isLocked("li.si", "192.0.2.1")).isFalse();
	}

	@Test
	void rightOnesAreTakenBackAndASignInForgetsTheName() {
		for (int i = 0; i < 50; i++) {
			Guesses.Attempt attempt = this.guesses.begin("li.si", "192.0.2.1");
			assertThat(attempt.lockedUntil()).isNull();
			this.guesses.right(attempt);
		}
		for (int i = 0; i < 4; i++) {
			wrong("li.si", "192.0.2.1");
		}
		this.guesses.forget("li.si");
		assertThat(wrong("li.si", "192.0.2.1")).isEmpty();
	}

	@Test
	void householdOfIpv6IsOneAddress() {
		for (int i = 0; i < 19; i++) {
			assertThat(wrong("name" + i, "2001:db8:0:1::" + i)).isEmpty();
		}
		assertThat(wrong("name19", "2001:db8:0:1:ffff::1")).containsExactly("ADDRESS");
		assertThat(isLocked("other", "2001:db8:0:1::abcd")).isTrue();
		assertThat(isLocked("other", "2001:db8:0:2::1")).isFalse();
	}

	@Test
	void oldCountersAreRemoved() {
		wrong("li.si", "192.0.2.1");
		this.clock.advance(Duration.ofHours(25));
		this.guesses.removeOld();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM sign_in_guess").query(Long.class).single()).isZero();
	}

}
