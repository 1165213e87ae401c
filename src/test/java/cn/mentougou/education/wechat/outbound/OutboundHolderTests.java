package cn.mentougou.education.wechat.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.MapperTest;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.office.privacy.TestKeys;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.PushMode;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.sender.Channel;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class OutboundHolderTests {

	private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

	private static final PersonKeys MOTHER = PersonKeys.of(new PersonKey.OpenId("oMother"));

	@Autowired
	private OutboundMapper mapper;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private final MovableClock clock = new MovableClock(NOON);

	private final Vault[] vaults = TestKeys.beforeAndAfterRotation();

	private final TestKeys keys = new TestKeys();

	private final Map<String, Integer> told = new HashMap<>();

	private OutboundHolder holder;

	@BeforeEach
	void open() {
		WeChatAccounts accounts = new WeChatAccounts(List.of(account("wx1"), account("wx2")));
		this.holder = new OutboundHolder(this.mapper, seal(this.vaults[1]), accounts,
				new OutboundSettings(16, Duration.ofMinutes(1), Duration.ofDays(30), Duration.ofDays(400)), this.clock,
				new TransactionTemplate(this.transactions));
	}

	@Test
	void aPersonGetsWhatWasSentByEveryAccountAndNothingOfOthers() {
		insert(1, "wx1", "oMother", SendState.SENT);
		insert(2, "wx2", "oMother", SendState.REFUSED);
		insert(3, "wx1", "oFather", SendState.SENT);
		assertThat(this.holder.export(MOTHER)).extracting((item) -> item.fields().get("内容"))
			.containsExactly("给您的第1句", "给您的第2句");
		assertThat(this.holder.export(MOTHER).get(0).fields()).containsEntry("openid", "oMother");
	}

	@Test
	void anErasedPersonIsNotFoundAnyMoreAndGetsNothingThatWaited() {
		insert(1, "wx1", "oMother", SendState.SENT);
		insert(2, "wx1", "oMother", SendState.NEW);
		insert(3, "wx1", "oFather", SendState.NEW);
		assertThat(this.holder.erasable(MOTHER).rows()).isEqualTo(2);
		assertThat(this.holder.erase(MOTHER).rows()).isEqualTo(2);
		assertThat(this.holder.erase(MOTHER).rows()).isZero();
		assertThat(this.holder.export(MOTHER)).isEmpty();
		assertThat(this.jdbc
			.sql("SELECT state FROM outbound_message WHERE content IS NULL AND open_id IS NULL "
					+ "AND person = REPEAT(CHAR(0), 32) ORDER BY id")
			.query(String.class)
			.list()).containsExactly("SENT", "EXPIRED");
		assertThat(this.mapper.listOf(person("wx1", "oFather"), Long.MAX_VALUE, 9)).hasSize(1);
	}

	@Test
	void whatIsBeingSentStaysAndIsSaid() {
		insert(1, "wx1", "oMother", SendState.SENDING);
		assertThat(this.holder.erasable(MOTHER).kept()).hasSize(1);
		assertThat(this.holder.erase(MOTHER).kept()).singleElement()
			.satisfies((kept) -> assertThat(kept.reason()).contains("正在发送"));
		assertThat(this.holder.export(MOTHER)).hasSize(1);
	}

	@Test
	void contentAndRecordGoTheMomentTheirTimeIsOver() {
		insert(1, "wx1", "oMother", SendState.SENT);
		this.clock.advance(Duration.ofDays(30));
		retain(PersonKeys.NONE);
		assertThat(this.told).isEmpty();
		this.clock.advance(Duration.ofMillis(1));
		retain(PersonKeys.NONE);
		assertThat(this.told).isEqualTo(Map.of("content", 1));
		this.clock.advance(Duration.ofDays(370));
		retain(PersonKeys.NONE);
		assertThat(this.told).isEqualTo(Map.of("content", 1, "record", 1));
	}

	@Test
	void aHoldStopsThem() {
		insert(1, "wx2", "oMother", SendState.SENT);
		insert(2, "wx1", "oFather", SendState.SENT);
		this.clock.advance(Duration.ofDays(500));
		retain(MOTHER);
		assertThat(this.told).isEqualTo(Map.of("content", 1, "record", 1));
		assertThat(this.holder.export(MOTHER)).singleElement()
			.satisfies((item) -> assertThat(item.fields()).containsKey("内容"));
	}

	@Test
	void everythingIsSealedAgain() {
		for (int i = 0; i < 120; i++) {
			insert(i, "wx1", "oMother", SendState.SENT);
		}
		Resealing resealing = new Resealing(this.vaults[1]);
		for (String at = this.holder.reseal("", resealing); !at.isEmpty();) {
			at = this.holder.reseal(at, resealing);
		}
		assertThat(resealing.resealed()).isEqualTo(240);
		assertThat(resealing.left()).isEmpty();
		assertThat(this.holder.export(MOTHER)).hasSize(120);
	}

	private void retain(PersonKeys held) {
		this.holder.retain(
				new Retention(this.clock.instant(), held, (rule, rows) -> this.told.merge(rule, rows, Integer::sum)));
	}

	private void insert(int number, String appId, String openId, SendState state) {
		byte[] key = new byte[32];
		Arrays.fill(key, (byte) number);
		Seal old = seal(this.vaults[0]);
		this.mapper.insert(new OutboundMapper.Intent(key, appId, person(appId, openId), old.sealOpenId(openId, key),
				old.sealContent("给您的第" + number + "句", key), "TEXT", Channel.CUSTOMER_SERVICE, "test", NOON, state,
				null, NOON, "c", null), new GeneratedKey());
	}

	private byte[] person(String appId, String openId) {
		return seal(this.vaults[0]).person(appId, openId);
	}

	private Seal seal(Vault vault) {
		return new Seal(vault, this.keys.lookupIndex());
	}

	private static WeChatAccount account(String appId) {
		return new WeChatAccount(AccountKind.SERVICE, appId, "gh_1", "secret", "token", null, PushMode.PLAIN, true,
				null, null);
	}

}
