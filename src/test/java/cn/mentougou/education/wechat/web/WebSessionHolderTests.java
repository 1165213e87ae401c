package cn.mentougou.education.wechat.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.MapperTest;
import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.office.privacy.TestKeys;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.token.Accounts;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class WebSessionHolderTests {

	private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

	private static final PersonKeys MOTHER = PersonKeys.of(new PersonKey.OpenId("oMother"));

	@Autowired
	private WebSessionMapper mapper;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private final Vault[] vaults = TestKeys.beforeAndAfterRotation();

	private final LookupIndex index = new TestKeys().lookupIndex();

	private final Map<String, Integer> told = new HashMap<>();

	private WebSessionHolder holder;

	@BeforeEach
	void open() {
		this.jdbc.sql("DELETE FROM web_session").update();
		this.holder = new WebSessionHolder(this.mapper, new WebSessions.Seal(this.vaults[1], this.index),
				Accounts.all(), new TransactionTemplate(this.transactions));
		begin("oMother", NOON);
		begin("oFather", NOON);
	}

	@Test
	void aPersonGetsTheirOwnSessionsAlone() {
		assertThat(this.holder.export(MOTHER)).singleElement()
			.satisfies((item) -> assertThat(item.fields()).containsEntry("手机", "iPhone")
				.containsEntry("登录时间", "2026-11-24 12:00"));
	}

	@Test
	void anErasedPersonsSessionsAreGone() {
		assertThat(this.holder.erasable(MOTHER)).isEqualTo(Erasure.of(1));
		assertThat(this.holder.erase(MOTHER)).isEqualTo(Erasure.of(1));
		assertThat(this.holder.erase(MOTHER)).isEqualTo(Erasure.NOTHING);
		assertThat(this.mapper.listAfter(0, 10)).hasSize(1);
	}

	@Test
	void theyGoWhenTheirTimeIsOverUnlessHeldAndKeepNoOpenidAfterADay() {
		retain(NOON.plus(Duration.ofDays(2)), PersonKeys.NONE);
		assertThat(this.told).isEmpty();
		assertThat(this.mapper.listAfter(0, 10)).allSatisfy((row) -> assertThat(row.openId()).isNull());
		retain(NOON.plus(Duration.ofDays(191)), MOTHER);
		assertThat(this.told).isEqualTo(Map.of("session", 1));
		retain(NOON.plus(Duration.ofDays(191)), PersonKeys.NONE);
		assertThat(this.told).isEqualTo(Map.of("session", 2));
	}

	@Test
	void openidsAreSealedAgain() {
		Resealing resealing = new Resealing(this.vaults[1]);
		assertThat(this.holder.reseal(this.holder.reseal("", resealing), resealing)).isEmpty();
		assertThat(resealing.resealed()).isEqualTo(2);
	}

	private void begin(String openId, Instant at) {
		WebSessions.Seal seal = new WebSessions.Seal(this.vaults[0], this.index);
		byte[] person = seal.person(Accounts.APP_ID, openId);
		this.mapper.insert(new WebSessionMapper.Row(0, Accounts.APP_ID, person, seal.seal(person, openId), null,
				"iPhone", at, at.plus(Duration.ofHours(12)), null, null));
	}

	private void retain(Instant now, PersonKeys held) {
		this.holder.retain(new Retention(now, held, (rule, rows) -> this.told.merge(rule, rows, Integer::sum)));
	}

}
