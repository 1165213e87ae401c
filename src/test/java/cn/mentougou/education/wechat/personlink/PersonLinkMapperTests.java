package cn.mentougou.education.wechat.personlink;

import java.time.Instant;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.MapperTest;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class PersonLinkMapperTests {

	private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

	@Autowired
	private PersonLinkMapper mapper;

	@Test
	void whoAgreedIsSearchedOnceAndJoined() {
		this.mapper.agree(11, union(1), 1, NOON);
		assertThat(this.mapper.unsearched()).singleElement().satisfies((row) -> {
			assertThat(row.followerId()).isEqualTo(11);
			assertThat(row.textVersion()).isOne();
			this.mapper.searched(row.id(), NOON);
		});
		assertThat(this.mapper.unsearched()).isEmpty();
		assertThat(this.mapper.join(union(1), 22, NOON)).isOne();
		assertThat(this.mapper.join(union(1), 33, NOON)).isZero();
		assertThat(this.mapper.naming(22)).singleElement()
			.satisfies((row) -> assertThat(row.followerId()).isEqualTo(11));
	}

	@Test
	void unionidMayComeLater() {
		this.mapper.agree(11, null, 1, NOON);
		assertThat(this.mapper.unsearched()).isEmpty();
		assertThat(this.mapper.know(11, union(1))).isOne();
		assertThat(this.mapper.know(11, union(2))).isZero();
		assertThat(this.mapper.unsearched()).hasSize(1);
	}

	@Test
	void withdrawalUndoesEverythingAndCanBeFollowedByAnotherConsent() {
		this.mapper.agree(11, union(1), 1, NOON);
		this.mapper.join(union(1), 22, NOON);
		assertThat(this.mapper.withdraw(11, NOON)).isOne();
		assertThat(this.mapper.withdraw(11, NOON)).isZero();
		assertThat(this.mapper.join(union(1), 22, NOON)).isZero();
		assertThat(this.mapper.of(11)).hasValueSatisfying((row) -> {
			assertThat(row.isAgreed()).isFalse();
			assertThat(row.otherFollowerId()).isNull();
			assertThat(row.unionIndex()).isNull();
		});
		assertThat(this.mapper.withdrawnBefore(NOON.plusSeconds(1), 0)).hasSize(1);
		this.mapper.agree(11, union(1), 2, NOON.plusSeconds(60));
		assertThat(this.mapper.of(11)).hasValueSatisfying((row) -> assertThat(row.isAgreed()).isTrue());
		assertThat(this.mapper.unsearched()).hasSize(1);
	}

	@Test
	void whoeverIsErasedStandsOnNeitherSide() {
		this.mapper.agree(11, union(1), 1, NOON);
		this.mapper.join(union(1), 22, NOON);
		assertThat(this.mapper.forgetOther(22)).isOne();
		assertThat(this.mapper.naming(22)).isEmpty();
		assertThat(this.mapper.delete(11)).isOne();
		assertThat(this.mapper.of(11)).isEmpty();
	}

	private static byte[] union(int number) {
		byte[] union = new byte[32];
		Arrays.fill(union, (byte) number);
		return union;
	}

}
