package cn.mentougou.wechatsim.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.SimClock;
import cn.mentougou.wechatsim.world.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AccessTokensTests {

	private final SimAccount account = SimAccount.service("wx00000000000000f1");

	private final SimClock clock = new SimClock(Clock.fixed(Instant.parse("2026-04-20T00:00:00Z"), ZoneOffset.UTC));

	private final AccessTokens tokens = new AccessTokens(new World(clock, 1, List.of(account)));

	@Test
	void stableTokenStaysTheSameAndTellsItsRemainingLife() {
		AccessTokens.Grant first = tokens.stable(account, false);
		clock.advance(Duration.ofSeconds(1200));
		assertThat(tokens.stable(account, false)).isEqualTo(new AccessTokens.Grant(first.token(), 6000));
	}

	@Test
	void stableTokenIsReplacedInItsLastFiveMinutesAndBothHold() {
		String first = tokens.stable(account, false).token();
		clock.advance(Duration.ofSeconds(6900));
		AccessTokens.Grant second = tokens.stable(account, false);
		assertThat(second.token()).isNotEqualTo(first);
		assertThat(second.expiresIn()).isEqualTo(7200);
		assertThat(tokens.accountOf(first)).isEqualTo(account);
		assertThat(tokens.accountOf(second.token())).isEqualTo(account);
		clock.advance(Duration.ofSeconds(300));
		assertThatRefusal(first).isEqualTo(42001);
	}

	@Test
	void forcedRefreshEndsTheOldTokenAtOnce() {
		String first = tokens.stable(account, false).token();
		String second = tokens.stable(account, true).token();
		assertThatRefusal(first).isEqualTo(40001);
		assertThat(tokens.stable(account, false).token()).isEqualTo(second);
	}

	@Test
	void forcedRefreshWithinThirtySecondsGivesTheSameToken() {
		String first = tokens.stable(account, true).token();
		clock.advance(Duration.ofSeconds(29));
		assertThat(tokens.stable(account, true).token()).isEqualTo(first);
		clock.advance(Duration.ofSeconds(1));
		assertThat(tokens.stable(account, true).token()).isNotEqualTo(first);
	}

	@Test
	void twentyForcedRefreshesADayAreAllowed() {
		for (int i = 0; i < 20; i++) {
			tokens.stable(account, true);
			clock.advance(Duration.ofSeconds(30));
		}
		assertThatExceptionOfType(ApiError.class).isThrownBy(() -> tokens.stable(account, true))
			.extracting(ApiError::code)
			.isEqualTo(45009);
		clock.advance(Duration.ofDays(1));
		assertThat(tokens.stable(account, true).expiresIn()).isEqualTo(7200);
	}

	@Test
	void oldKindGivesANewTokenEachTimeAndTheOneBeforeLivesFiveMinutes() {
		String first = tokens.legacy(account).token();
		String second = tokens.legacy(account).token();
		assertThat(second).isNotEqualTo(first);
		assertThat(tokens.accountOf(first)).isEqualTo(account);
		clock.advance(Duration.ofMinutes(5));
		assertThatRefusal(first).isEqualTo(40001);
		assertThat(tokens.accountOf(second)).isEqualTo(account);
	}

	@Test
	void kindsKnowNothingOfEachOther() {
		String legacy = tokens.legacy(account).token();
		tokens.stable(account, true);
		clock.advance(Duration.ofSeconds(31));
		tokens.stable(account, true);
		assertThat(tokens.accountOf(legacy)).isEqualTo(account);
	}

	@Test
	void graceCanBeTakenAway() {
		String first = tokens.legacy(account).token();
		String second = tokens.legacy(account).token();
		tokens.endGrace(null);
		assertThatRefusal(first).isEqualTo(40001);
		assertThat(tokens.accountOf(second)).isEqualTo(account);
	}

	@Test
	void invalidatedOrExpiredTokensAreReplaced() {
		String first = tokens.stable(account, false).token();
		tokens.invalidate(account.appId());
		assertThatRefusal(first).isEqualTo(40001);
		String second = tokens.stable(account, false).token();
		tokens.expire(account.appId());
		assertThatRefusal(second).isEqualTo(42001);
		assertThat(tokens.stable(account, false).token()).isNotIn(first, second);
	}

	private org.assertj.core.api.AbstractIntegerAssert<?> assertThatRefusal(String token) {
		try {
			tokens.accountOf(token);
			return assertThat(0);
		}
		catch (ApiError ex) {
			return assertThat(ex.code());
		}
	}

}
