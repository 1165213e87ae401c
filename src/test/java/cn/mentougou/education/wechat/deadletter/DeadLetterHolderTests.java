package cn.mentougou.education.wechat.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.MapperTest;
import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.office.privacy.TestKeys;
import cn.mentougou.education.office.privacy.Vault;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class DeadLetterHolderTests {

	private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

	private static final PersonKeys MOTHER = PersonKeys.of(new PersonKey.OpenId("oMother"));

	@Autowired
	private DeadLetterMapper mapper;

	@Autowired
	private PlatformTransactionManager transactions;

	private final Vault[] vaults = TestKeys.beforeAndAfterRotation();

	private final Map<String, Integer> told = new HashMap<>();

	private DeadLetterHolder holder;

	@BeforeEach
	void open() {
		this.holder = holder(this.vaults[1]);
		insert(1, "oMother", NOON);
		insert(2, "oFather", NOON);
	}

	@Test
	void aPersonGetsTheirOwnLettersAlone() {
		assertThat(this.holder.export(MOTHER)).singleElement()
			.satisfies((item) -> assertThat(item.fields().get("原文")).contains("oMother"));
	}

	@Test
	void anErasedPersonsLettersAreGone() {
		assertThat(this.holder.erasable(MOTHER)).isEqualTo(Erasure.of(1));
		assertThat(this.holder.erase(MOTHER)).isEqualTo(Erasure.of(1));
		assertThat(this.holder.erase(MOTHER)).isEqualTo(Erasure.NOTHING);
		assertThat(this.mapper.countOpen()).isOne();
	}

	@Test
	void aLetterThatDoesNotOpenIsKeptAndSaid() {
		this.holder = holder(new TestKeys().vault());
		assertThat(this.holder.erase(MOTHER).kept()).singleElement()
			.satisfies((kept) -> assertThat(kept.rows()).isEqualTo(2));
	}

	@Test
	void lettersGoTheMomentTheirTimeIsOverUnlessHeld() {
		retain(NOON.plus(Duration.ofDays(30)), PersonKeys.NONE);
		assertThat(this.told).isEmpty();
		retain(NOON.plus(Duration.ofDays(30)).plusMillis(1), MOTHER);
		assertThat(this.told).isEqualTo(Map.of("content", 1));
		assertThat(this.holder.export(MOTHER)).hasSize(1);
		retain(NOON.plus(Duration.ofDays(30)).plusMillis(1), PersonKeys.NONE);
		assertThat(this.told).isEqualTo(Map.of("content", 2));
	}

	@Test
	void lettersAreSealedAgain() {
		Resealing resealing = new Resealing(this.vaults[1]);
		assertThat(this.holder.reseal(this.holder.reseal("", resealing), resealing)).isEmpty();
		assertThat(resealing.resealed()).isEqualTo(2);
		assertThat(this.holder.export(MOTHER)).hasSize(1);
	}

	private DeadLetterHolder holder(Vault vault) {
		return new DeadLetterHolder(this.mapper, new DeadLetters(this.mapper, vault), Duration.ofDays(30),
				new TransactionTemplate(this.transactions));
	}

	private void retain(Instant now, PersonKeys held) {
		this.holder.retain(new Retention(now, held, (rule, rows) -> this.told.merge(rule, rows, Integer::sum)));
	}

	private void insert(int number, String openId, Instant receivedAt) {
		byte[] key = new byte[32];
		Arrays.fill(key, (byte) number);
		new DeadLetters(this.mapper, this.vaults[0]).keep(new DeadLetter(0, key, "wx1", "text", "reason",
				("<FromUserName>" + openId + "</FromUserName>").getBytes(StandardCharsets.UTF_8), 1, receivedAt, "c"));
	}

}
