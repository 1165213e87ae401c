package cn.mentougou.education.wechat.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.office.privacy.TestKeys;
import cn.mentougou.education.office.privacy.Vault;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class InboxHolderTests {

	private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

	private static final PersonKeys MOTHER = PersonKeys.of(new PersonKey.OpenId("oMother-1"));

	@Autowired
	private InboxMapper mapper;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private final MovableClock clock = new MovableClock(NOON);

	private final Vault[] vaults = TestKeys.beforeAndAfterRotation();

	private final Map<String, Integer> told = new HashMap<>();

	private InboxHolder holder;

	@BeforeEach
	void open() {
		this.holder = holder(this.vaults[1]);
	}

	@Test
	void aPersonGetsEverythingTheyWroteAndNothingOfOthers() {
		for (int i = 0; i < 150; i++) {
			insert(i, (i % 3 == 0) ? "oMother-1" : "oMother-12", "第" + i + "句", NOON);
		}
		assertThat(this.holder.export(MOTHER)).hasSize(50)
			.allSatisfy((item) -> assertThat(item.fields()).containsKeys("公众号", "收到时间", "原文", "回复原文"))
			.noneSatisfy((item) -> assertThat(item.fields().get("原文")).contains("oMother-12"))
			.anySatisfy((item) -> assertThat(item.fields()).containsEntry("内容", "第147句"));
		assertThat(this.holder.export(PersonKeys.of(new PersonKey.Phone("13800000000")))).isEmpty();
	}

	@Test
	void anErasedPersonLeavesARecordWithoutThem() {
		insert(1, "oMother-1", "您好", NOON.minusSeconds(90));
		insert(2, "oFather-1", "您好", NOON.minusSeconds(90));
		assertThat(this.holder.erasable(MOTHER)).isEqualTo(Erasure.of(1));
		assertThat(this.holder.erase(MOTHER)).isEqualTo(Erasure.of(1));
		assertThat(this.holder.erase(MOTHER)).isEqualTo(Erasure.NOTHING);
		assertThat(this.holder.export(MOTHER)).isEmpty();
		assertThat(keys()).containsExactly(2);
		assertThat(count("inbox_record")).isOne();
	}

	@Test
	void whatMayBeRepeatedOrIsWorkedOnStaysAndIsSaid() {
		insert(1, "oMother-1", "刚刚", NOON.minusSeconds(59));
		insert(2, "oMother-1", "还在处理", NOON.minusSeconds(90));
		this.jdbc.sql("UPDATE inbox_message SET state = 'PARKED' WHERE message_key = ?").param(key(2)).update();
		assertThat(this.holder.erase(MOTHER).kept()).singleElement().satisfies((kept) -> {
			assertThat(kept.rows()).isEqualTo(2);
			assertThat(kept.reason()).contains("一分钟后");
		});
		assertThat(keys()).containsExactly(1, 2);
	}

	@Test
	void contentGoesTheMomentItsTimeIsOverAndNotBefore() {
		insert(1, "oMother-1", "您好", NOON.minus(Duration.ofDays(30)).minusMillis(1));
		insert(2, "oMother-1", "您好", NOON.minus(Duration.ofDays(30)));
		retain(PersonKeys.NONE);
		assertThat(keys()).containsExactly(2);
		assertThat(this.told).isEqualTo(Map.of("content", 1));
		this.clock.advance(Duration.ofMillis(1));
		retain(PersonKeys.NONE);
		assertThat(keys()).isEmpty();
		assertThat(this.told).isEqualTo(Map.of("content", 2));
	}

	@Test
	void aHoldStopsIt() {
		for (int i = 0; i < 100; i++) {
			insert(i, (i < 45) ? "oMother-1" : "oFather-1", "您好", NOON.minus(Duration.ofDays(40)));
		}
		retain(MOTHER);
		assertThat(keys()).hasSize(45);
		assertThat(this.told).isEqualTo(Map.of("content", 55));
		retain(PersonKeys.NONE);
		assertThat(keys()).isEmpty();
	}

	@Test
	void whatCannotBeOpenedIsKeptWhileAnybodyIsHeldAndGoesInTheEnd() {
		this.holder = holder(new TestKeys().vault());
		insert(1, "oMother-1", "您好", NOON.minus(Duration.ofDays(40)));
		assertThat(this.holder.erase(MOTHER).kept()).singleElement()
			.satisfies((kept) -> assertThat(kept.reason()).contains("打不开"));
		retain(MOTHER);
		assertThat(keys()).hasSize(1);
		retain(PersonKeys.NONE);
		assertThat(keys()).isEmpty();
	}

	@Test
	void everythingIsSealedAgainPageByPageAndReadableAllTheWhile() {
		for (int i = 0; i < 150; i++) {
			insert(i, "oMother-1", "第" + i + "句", NOON);
		}
		Resealing first = new Resealing(this.vaults[1]);
		String after = this.holder.reseal("", first);
		assertThat(first.resealed()).isEqualTo(200);
		assertThat(this.holder.export(MOTHER)).hasSize(150);
		assertThat(this.holder.reseal(after, first)).isNotEmpty();
		Resealing again = new Resealing(this.vaults[1]);
		for (String at = this.holder.reseal("", again); !at.isEmpty();) {
			at = this.holder.reseal(at, again);
		}
		assertThat(again.seen()).isEqualTo(300);
		assertThat(again.resealed()).isZero();
		assertThat(again.left()).isEmpty();
		assertThat(this.holder.export(MOTHER)).hasSize(150);
	}

	private InboxHolder holder(Vault vault) {
		InboxSettings settings = new InboxSettings(Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofDays(30),
				Duration.ofDays(400));
		return new InboxHolder(this.mapper, vault, settings, this.clock, new TransactionTemplate(this.transactions));
	}

	private void retain(PersonKeys held) {
		this.holder.retain(
				new Retention(this.clock.instant(), held, (rule, rows) -> this.told.merge(rule, rows, Integer::sum)));
	}

	private void insert(int number, String openId, String words, Instant receivedAt) {
		String xml = "<xml><FromUserName><![CDATA[" + openId + "]]></FromUserName><Content><![CDATA[" + words
				+ "]]></Content></xml>";
		MessageKey key = new MessageKey(key(number));
		this.jdbc
			.sql("""
					INSERT INTO inbox_message (message_key, app_id, kind, state, received_at, content, reply, correlation_id)
					VALUES (?, 'wx1', 'text', 'DONE', ?, ?, ?, 'c')
					""")
			.params(key.value(), receivedAt, this.vaults[0].seal(bytes(xml), Inbox.contentPlace(key)),
					this.vaults[0].seal(bytes("收到"), Inbox.replyPlace(key)))
			.update();
	}

	private List<Integer> keys() {
		List<Integer> keys = new ArrayList<>();
		this.jdbc.sql("SELECT message_key FROM inbox_message ORDER BY message_key")
			.query((row, number) -> row.getBytes(1))
			.list()
			.forEach((key) -> keys.add((int) key[0]));
		return keys;
	}

	private int count(String table) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
	}

	private static byte[] key(int number) {
		byte[] key = new byte[32];
		Arrays.fill(key, (byte) number);
		return key;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
