package cn.mentougou.education.wechat.deadletter;

import java.time.Instant;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MapperTest;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class DeadLetterMapperTests {

	private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

	@Autowired
	private DeadLetterMapper mapper;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aMessageIsKeptOnceAndItsFailuresAreCounted() {
		insert(1, NOON);
		insert(1, NOON.plusSeconds(5));
		assertThat(this.mapper.listOpen(10)).singleElement().satisfies((row) -> {
			assertThat(row.messageKey()).isEqualTo(key(1));
			assertThat(row.attempts()).isEqualTo(2);
			assertThat(row.receivedAt()).isEqualTo(NOON);
			assertThat(row.content()).isEqualTo(new byte[] { 7 });
		});
	}

	@Test
	void theNewestComesFirstAndNoMoreThanAskedFor() {
		insert(1, NOON);
		insert(2, NOON);
		insert(3, NOON);
		assertThat(this.mapper.listOpen(2)).extracting((row) -> (int) row.messageKey()[0]).containsExactly(3, 2);
		assertThat(this.mapper.countOpen()).isEqualTo(3);
	}

	@Test
	void oneIsSettledOnceAndThenOpenNoMore() {
		long id = insert(1, NOON);
		assertThat(this.mapper.findOpen(id)).isPresent();
		assertThat(this.mapper.settle(id)).isOne();
		assertThat(this.mapper.settle(id)).isZero();
		assertThat(this.mapper.setAside(id)).isZero();
		assertThat(this.mapper.failAgain(id, "too late")).isZero();
		assertThat(this.mapper.findOpen(id)).isEmpty();
		assertThat(column(id)).isEqualTo("SETTLED 2 reason");
	}

	@Test
	void oneIsSetAsideWithoutAnAttempt() {
		long id = insert(1, NOON);
		assertThat(this.mapper.setAside(id)).isOne();
		assertThat(this.mapper.countOpen()).isZero();
		assertThat(column(id)).isEqualTo("SET_ASIDE 1 reason");
	}

	@Test
	void anotherFailureIsCountedWithItsReason() {
		long id = insert(1, NOON);
		assertThat(this.mapper.failAgain(id, "worse")).isOne();
		assertThat(column(id)).isEqualTo("OPEN 2 worse");
	}

	@Test
	void theOldestAreDeletedInSteps() {
		insert(1, NOON.minusSeconds(2));
		insert(2, NOON.minusSeconds(1));
		insert(3, NOON);
		assertThat(this.mapper.deleteReceivedBefore(NOON, 1)).isOne();
		assertThat(this.mapper.deleteReceivedBefore(NOON, 5)).isOne();
		assertThat(this.mapper.listOpen(5)).extracting((row) -> (int) row.messageKey()[0]).containsExactly(3);
	}

	private long insert(int number, Instant receivedAt) {
		this.mapper.insert(new DeadLetterMapper.Row(0, key(number), "wx1", "text", "reason", new byte[] { 7 }, 1,
				receivedAt, "correlation"));
		return this.jdbc.sql("SELECT id FROM dead_letter WHERE message_key = ?")
			.param(key(number))
			.query(Long.class)
			.single();
	}

	private String column(long id) {
		return this.jdbc.sql("SELECT CONCAT(state, ' ', attempts, ' ', reason) FROM dead_letter WHERE id = ?")
			.param(id)
			.query(String.class)
			.single();
	}

	private static byte[] key(int number) {
		byte[] key = new byte[32];
		Arrays.fill(key, (byte) number);
		return key;
	}

}
