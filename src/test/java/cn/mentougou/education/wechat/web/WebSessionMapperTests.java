package cn.mentougou.education.wechat.web;

import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MapperTest;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class WebSessionMapperTests {

	private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

	@Autowired
	private WebSessionMapper mapper;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void sessionIsFoundAsItWasBegun() {
		long id = begun(1, 7L, NOON);
		assertThat(this.mapper.find(id)).hasValueSatisfying((row) -> {
			assertThat(row.person()).isEqualTo(person(1));
			assertThat(row.openId()).isEqualTo(new byte[] { 7 });
			assertThat(row.followerId()).isEqualTo(7);
			assertThat(row.endsAt()).isEqualTo(NOON.plusSeconds(3600));
			assertThat(row.endedAt()).isNull();
		});
		assertThat(this.mapper.ofPerson(person(1))).hasSize(1);
		assertThat(this.mapper.ofPerson(person(2))).isEmpty();
	}

	@Test
	void endTakesTheOpenidAwayAndHappensOnce() {
		long id = begun(1, null, NOON);
		assertThat(this.mapper.end(id, "LEFT", NOON)).isOne();
		assertThat(this.mapper.end(id, "LEFT", NOON)).isZero();
		assertThat(this.jdbc.sql("SELECT CONCAT(ending, ' ', open_id IS NULL) FROM web_session WHERE id = :id")
			.param("id", id)
			.query(String.class)
			.single()).isEqualTo("LEFT 1");
	}

	@Test
	void everySessionOfAPersonOrFollowerEnds() {
		begun(1, 7L, NOON);
		begun(1, null, NOON);
		begun(2, 8L, NOON);
		assertThat(this.mapper.endOfFollower(7, "UNFOLLOWED", NOON)).isOne();
		assertThat(this.mapper.endOfPerson(person(1), "UNFOLLOWED", NOON)).isOne();
		assertThat(this.mapper.ofPerson(person(2)).get(0).endedAt()).isNull();
	}

	@Test
	void whatIsOverByTheClockKeepsNoOpenid() {
		long over = begun(1, null, NOON);
		long open = begun(2, null, NOON.plusSeconds(3000));
		assertThat(this.mapper.endOver(NOON.plusSeconds(10_000), "OVER", NOON.plusSeconds(3600))).isOne();
		assertThat(this.mapper.find(over)).hasValueSatisfying((row) -> assertThat(row.openId()).isNull());
		assertThat(this.mapper.find(open)).hasValueSatisfying((row) -> assertThat(row.openId()).isNotNull());
	}

	@Test
	void oldOnesAreListedAndDeleted() {
		long first = begun(1, 7L, NOON);
		long second = begun(2, 8L, NOON.plusSeconds(10));
		assertThat(this.mapper.startedBefore(NOON.plusSeconds(5), 0, 10)).extracting(WebSessionMapper.Row::id)
			.containsExactly(first);
		assertThat(this.mapper.listAfter(first - 1, 10)).extracting(WebSessionMapper.Row::id)
			.containsExactly(first, second);
		assertThat(this.mapper.exchange(first, new byte[] { 7 }, new byte[] { 8 })).isOne();
		assertThat(this.mapper.exchange(first, new byte[] { 7 }, new byte[] { 9 })).isZero();
		assertThat(this.mapper.delete(first)).isOne();
		assertThat(this.mapper.deleteOfPerson(person(1))).isZero();
		assertThat(this.mapper.deleteOfFollower(8)).isOne();
	}

	private long begun(int person, @Nullable Long follower, Instant at) {
		return this.mapper.insert(new WebSessionMapper.Row(0, "wx1", person(person), new byte[] { 7 }, follower,
				"iPhone", at, at.plusSeconds(3600), null, null));
	}

	private static byte[] person(int number) {
		byte[] person = new byte[32];
		Arrays.fill(person, (byte) number);
		return person;
	}

}
