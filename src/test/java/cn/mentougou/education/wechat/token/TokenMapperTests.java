package cn.mentougou.education.wechat.token;

import java.time.Clock;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MapperTest;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.TestKeys;
import cn.mentougou.education.office.privacy.Vault;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class TokenMapperTests {

	private static final String APP_ID = "wx00000000000000a1";

	private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

	private static final Instant LATER = NOW.plusSeconds(10);

	@Autowired
	private TokenMapper mapper;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void rowBeginsEmptyAndOnlyOnce() {
		assertThat(this.mapper.find(APP_ID)).isEmpty();
		assertThat(this.mapper.begin(APP_ID)).isEqualTo(1);
		assertThat(this.mapper.begin(APP_ID)).isZero();
		assertThat(this.mapper.find(APP_ID)).contains(new TokenMapper.Row(0, null, null, null, null, null, null));
	}

	@Test
	void leaseIsTakenOnceUntilItRunsOut() {
		this.mapper.begin(APP_ID);
		assertThat(this.mapper.claim(new TokenMapper.Lease(APP_ID, 0, "a", NOW, LATER))).isEqualTo(1);
		assertThat(this.mapper.claim(new TokenMapper.Lease(APP_ID, 0, "b", NOW.plusSeconds(9), LATER))).isZero();
		assertThat(this.mapper.claim(new TokenMapper.Lease(APP_ID, 0, "b", LATER, LATER.plusSeconds(10)))).isEqualTo(1);
		assertThat(this.jdbc.sql("SELECT lease_owner FROM access_token WHERE app_id = ?")
			.param(APP_ID)
			.query(String.class)
			.single()).isEqualTo("b");
	}

	@Test
	void leaseOnAnOldVersionIsNotGiven() {
		this.mapper.begin(APP_ID);
		this.mapper.claim(new TokenMapper.Lease(APP_ID, 0, "a", NOW, LATER));
		this.mapper.store(APP_ID, "a", new byte[] { 1 }, LATER);
		assertThat(this.mapper.claim(new TokenMapper.Lease(APP_ID, 0, "b", NOW, LATER))).isZero();
		assertThat(this.mapper.claim(new TokenMapper.Lease(APP_ID, 1, "b", NOW, LATER))).isEqualTo(1);
	}

	@Test
	void leaseIsNotGivenToOneWhoReadTheRowBeforeAFailureThatStillHolds() {
		this.mapper.begin(APP_ID);
		this.mapper.claim(new TokenMapper.Lease(APP_ID, 0, "a", NOW, LATER));
		this.mapper.fail(new TokenMapper.Failure(APP_ID, "a", 40164, "", LATER));
		assertThat(this.mapper.claim(new TokenMapper.Lease(APP_ID, 0, "b", NOW, LATER))).isZero();
		assertThat(this.mapper.claim(new TokenMapper.Lease(APP_ID, 0, "b", LATER, LATER.plusSeconds(10)))).isEqualTo(1);
	}

	@Test
	void onlyTheHolderStoresAndTheLifeIsReadInBeijingTime() {
		this.mapper.begin(APP_ID);
		this.mapper.claim(new TokenMapper.Lease(APP_ID, 0, "a", NOW, LATER));
		assertThat(this.mapper.store(APP_ID, "b", new byte[] { 2 }, LATER)).isZero();
		assertThat(this.mapper.store(APP_ID, "a", new byte[] { 1 }, LATER)).isEqualTo(1);
		TokenMapper.Row row = this.mapper.find(APP_ID).orElseThrow();
		assertThat(row.version()).isEqualTo(1);
		assertThat(row.token()).containsExactly(1);
		assertThat(row.expiresAt()).isEqualTo(LATER);
		assertThat(row.leaseUntil()).isNull();
		assertThat(this.jdbc.sql("SELECT CAST(expires_at AS CHAR) FROM access_token WHERE app_id = ?")
			.param(APP_ID)
			.query(String.class)
			.single()).startsWith("2026-11-24 10:00:10");
	}

	@Test
	void failureIsNotedByTheHolderAndForgottenWithTheNextToken() {
		this.mapper.begin(APP_ID);
		this.mapper.claim(new TokenMapper.Lease(APP_ID, 0, "a", NOW, LATER));
		assertThat(this.mapper.fail(new TokenMapper.Failure(APP_ID, "b", 40164, "203.0.113.9", LATER))).isZero();
		assertThat(this.mapper.fail(new TokenMapper.Failure(APP_ID, "a", 40164, "203.0.113.9", LATER))).isEqualTo(1);
		assertThat(this.mapper.find(APP_ID))
			.contains(new TokenMapper.Row(0, null, null, null, 40164, "203.0.113.9", LATER));
		this.mapper.claim(new TokenMapper.Lease(APP_ID, 0, "c", LATER, LATER.plusSeconds(10)));
		this.mapper.store(APP_ID, "c", new byte[] { 1 }, LATER);
		assertThat(this.mapper.find(APP_ID).orElseThrow().failedCode()).isNull();
	}

	@Test
	void tokenIsSealedAgainWhileItStands() {
		Vault[] vaults = TestKeys.beforeAndAfterRotation();
		TokenStore store = new TokenStore(this.mapper, vaults[1], Clock.systemUTC());
		this.mapper.begin("wx00000000000000a2");
		this.mapper.begin(APP_ID);
		this.mapper.claim(new TokenMapper.Lease(APP_ID, 0, "a", NOW, LATER));
		new TokenStore(this.mapper, vaults[0], Clock.systemUTC()).store(APP_ID, "a", new HeldToken("T", LATER));
		Resealing resealing = new Resealing(vaults[1]);
		assertThat(store.reseal("", resealing)).isEmpty();
		assertThat(resealing.resealed()).isOne();
		TokenMapper.Row row = this.mapper.find(APP_ID).orElseThrow();
		assertThat(vaults[1].keyIdOf(row.token())).isEqualTo("new");
		assertThat(store.held(APP_ID, row)).hasValueSatisfying((held) -> assertThat(held.value()).isEqualTo("T"));
	}

}
