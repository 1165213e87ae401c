package cn.mentougou.education.wechat.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.privacy.TestKeys;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.account.WeChatAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class AccessTokensTests {

	private static final Instant START = Instant.parse("2026-11-24T02:00:00Z");

	private final MovableClock clock = new MovableClock(START);

	private final MemoryTokenMapper table = new MemoryTokenMapper();

	private final CountedCall call = new CountedCall();

	private final Vault vault = new TestKeys().vault();

	private final AccessTokens tokens = instance();

	@Test
	void oneTokenServesUntilItsLastHalfMinute() {
		assertThat(this.tokens.current(Accounts.APP_ID)).isEqualTo("T1");
		this.clock.advance(Duration.ofSeconds(7170));
		assertThat(this.tokens.current(Accounts.APP_ID)).isEqualTo("T1");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.tokens.current(Accounts.APP_ID)).isEqualTo("T2");
		assertThat(this.call.count).isEqualTo(2);
	}

	@Test
	void renewalWaitsForTheLastFiveMinutes() {
		this.tokens.current(Accounts.APP_ID);
		this.clock.advance(Duration.ofSeconds(7200 - 290));
		this.tokens.renew();
		assertThat(this.call.count).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(1));
		this.tokens.renew();
		this.tokens.renew();
		assertThat(this.call.count).isEqualTo(2);
		assertThat(this.tokens.current(Accounts.APP_ID)).isEqualTo("T2");
	}

	@Test
	void accountThatNeverSentIsNotRenewed() {
		this.tokens.renew();
		assertThat(this.call.count).isZero();
	}

	@Test
	void refusedTokenIsReplacedOnce() {
		this.tokens.current(Accounts.APP_ID);
		this.tokens.refused(Accounts.APP_ID, "T1");
		this.tokens.refused(Accounts.APP_ID, "T1");
		assertThat(this.call.count).isEqualTo(2);
		assertThat(this.tokens.current(Accounts.APP_ID)).isEqualTo("T2");
	}

	@Test
	void newerTokenOfAnotherInstanceIsTakenWithoutCall() {
		this.tokens.current(Accounts.APP_ID);
		AccessTokens other = instance();
		other.refused(Accounts.APP_ID, "T1");
		assertThat(this.tokens.current(Accounts.APP_ID)).isEqualTo("T1");
		this.tokens.refused(Accounts.APP_ID, "T1");
		assertThat(this.tokens.current(Accounts.APP_ID)).isEqualTo("T2");
		assertThat(this.call.count).isEqualTo(2);
	}

	@Test
	void refusedTokenThatComesAgainIsNotAskedForByEveryMessage() {
		this.call.next = () -> new HeldToken("T", this.clock.instant().plusSeconds(7200));
		this.tokens.current(Accounts.APP_ID);
		for (int i = 0; i < 5; i++) {
			this.tokens.refused(Accounts.APP_ID, "T");
		}
		assertThat(this.call.count).isEqualTo(2);
		this.clock.advance(Duration.ofSeconds(11));
		this.tokens.refused(Accounts.APP_ID, "T");
		assertThat(this.call.count).isEqualTo(3);
	}

	@Test
	void failureIsRememberedForAllInstancesAndThenTriedAgain() {
		this.call.next = () -> {
			throw new TokenUnavailable(Accounts.APP_ID, 40164, "203.0.113.9");
		};
		for (AccessTokens instance : new AccessTokens[] { this.tokens, this.tokens, instance() }) {
			assertThatExceptionOfType(TokenUnavailable.class).isThrownBy(() -> instance.current(Accounts.APP_ID))
				.satisfies((ex) -> assertThat(ex.sentence()).contains("203.0.113.9"));
		}
		assertThat(this.call.count).isEqualTo(1);
		this.call.next = this.call::numbered;
		this.clock.advance(Duration.ofSeconds(20));
		assertThat(this.tokens.current(Accounts.APP_ID)).isEqualTo("T2");
	}

	@Test
	void failingRenewalLeavesTheLivingToken() {
		this.tokens.current(Accounts.APP_ID);
		this.clock.advance(Duration.ofSeconds(7000));
		this.call.next = () -> {
			throw new TokenUnavailable(Accounts.APP_ID, -1, "rid 1");
		};
		this.tokens.renew();
		assertThat(this.tokens.current(Accounts.APP_ID)).isEqualTo("T1");
		assertThat(instance().current(Accounts.APP_ID)).isEqualTo("T1");
		assertThat(this.call.count).isEqualTo(2);
	}

	@Test
	void leaseOfDeadInstanceIsTakenOver() {
		this.table.begin(Accounts.APP_ID);
		this.table.claim(new TokenMapper.Lease(Accounts.APP_ID, 0, "the dead", START, START.plus(TokenStore.LEASE)));
		this.clock.advance(TokenStore.LEASE);
		assertThat(this.tokens.current(Accounts.APP_ID)).isEqualTo("T1");
		assertThat(this.table.store(Accounts.APP_ID, "the dead", new byte[0], START)).isZero();
	}

	@Test
	void storedTokenIsSealed() {
		this.call.next = () -> new HeldToken("a-very-secret-token", START.plusSeconds(7200));
		this.tokens.current(Accounts.APP_ID);
		Optional<TokenMapper.Row> row = this.table.find(Accounts.APP_ID);
		assertThat(new String(row.orElseThrow().token())).doesNotContain("a-very-secret-token");
		assertThat(new HeldToken("a-very-secret-token", START).toString()).doesNotContain("a-very-secret-token");
	}

	@Test
	void nothingIsFetchedInsideTransaction() {
		TransactionSynchronizationManager.setActualTransactionActive(true);
		try {
			assertThatIllegalStateException().isThrownBy(() -> this.tokens.current(Accounts.APP_ID));
		}
		finally {
			TransactionSynchronizationManager.setActualTransactionActive(false);
		}
		assertThat(this.call.count).isZero();
	}

	private AccessTokens instance() {
		TokenStore store = new TokenStore(this.table, this.vault, this.clock);
		return new AccessTokens(Accounts.all(), new NoCache(), store, new TokenRefresh(store, this.call), this.clock);
	}

	/** Gives T1, T2 … and counts. */
	private final class CountedCall extends TokenCall {

		private int count;

		private Supplier<HeldToken> next = this::numbered;

		CountedCall() {
			super(null, null, null);
		}

		HeldToken numbered() {
			return new HeldToken("T" + this.count, AccessTokensTests.this.clock.instant().plusSeconds(7200));
		}

		@Override
		HeldToken fetch(WeChatAccount account) {
			this.count++;
			return this.next.get();
		}

	}

	/** A Redis that never holds anything. */
	private static final class NoCache extends TokenCache {

		NoCache() {
			super(null, null, null);
		}

		@Override
		Optional<HeldToken> find(String appId) {
			return Optional.empty();
		}

		@Override
		void put(String appId, HeldToken token) {
		}

	}

}
