package cn.mentougou.education.wechat.outbound;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MapperTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@MapperTest
class OutboundMapperTests {

	private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

	private static final Instant LATER = NOW.plusSeconds(60);

	private static final byte[] PERSON = bytes(9);

	@Autowired
	private OutboundMapper mapper;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void messageIsTakenOnce() {
		insert(1, SendState.NEW);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> insert(1, SendState.NEW));
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM outbound_message").query(Integer.class).single()).isEqualTo(1);
	}

	@Test
	void earliestUnsettledMessageComesFirst() {
		insert(1, SendState.NEW);
		insert(2, SendState.NEW);
		OutboundMapper.Row first = first();
		assertThat(first.messageKey()).isEqualTo(bytes(1));
		assertThat(first.replyWindow()).isEqualTo(ReplyWindow.MESSAGE);
		assertThat(first.receivedAt()).isEqualTo(NOW);
		assertThat(first.windowEndsAt()).isEqualTo(LATER);
		assertThat(first.correlationId()).isEqualTo("abc-1");
		this.mapper.settle(settlement(first.id(), SendState.NEW, SendState.EXPIRED));
		assertThat(first().messageKey()).isEqualTo(bytes(2));
	}

	@Test
	void messageIsClaimedAndSettledOnce() {
		insert(1, SendState.NEW);
		long id = first().id();
		assertThat(this.mapper.claim(id, NOW)).isEqualTo(1);
		assertThat(this.mapper.claim(id, NOW)).isZero();
		assertThat(first().attempts()).isEqualTo(1);
		assertThat(this.mapper.settle(settlement(id, SendState.SENDING, SendState.SENT))).isEqualTo(1);
		assertThat(this.mapper.settle(settlement(id, SendState.SENDING, SendState.UNKNOWN))).isZero();
		assertThat(this.jdbc.sql("SELECT state FROM outbound_message").query(String.class).single()).isEqualTo("SENT");
		assertThat(this.mapper.findFirstUnsettled(PERSON)).isEmpty();
	}

	@Test
	void postponedMessageIsDueLater() {
		insert(1, SendState.NEW);
		long id = first().id();
		assertThat(this.mapper.postpone(id, Reason.UNREACHABLE, LATER, NOW)).isZero();
		assertThat(this.mapper.listPeopleDue(NOW, 10)).containsExactly(PERSON);
		this.mapper.claim(id, NOW);
		assertThat(this.mapper.listPeopleDue(LATER, 10)).isEmpty();
		assertThat(this.mapper.postpone(id, Reason.UNREACHABLE, LATER, NOW)).isEqualTo(1);
		assertThat(this.mapper.listPeopleDue(NOW, 10)).isEmpty();
		assertThat(this.mapper.listPeopleDue(LATER, 10)).containsExactly(PERSON);
		assertThat(first().dueAt()).isEqualTo(LATER);
	}

	@Test
	void silentSenderIsFound() {
		insert(1, SendState.NEW);
		long id = first().id();
		assertThat(this.mapper.listAbandoned(LATER, 10)).isEmpty();
		this.mapper.claim(id, NOW);
		assertThat(this.mapper.listAbandoned(NOW, 10)).isEmpty();
		assertThat(this.mapper.listAbandoned(LATER, 10)).containsExactly(id);
	}

	@Test
	void windowIsSpentByWhatWasSentOrMayHaveBeen() {
		for (SendState state : SendState.values()) {
			insert(state.ordinal(), state);
		}
		assertThat(this.mapper.countSpent(PERSON, ReplyWindow.MESSAGE, NOW)).isEqualTo(2);
		assertThat(this.mapper.countSpent(PERSON, ReplyWindow.MESSAGE, LATER)).isZero();
		assertThat(this.mapper.countSpent(PERSON, ReplyWindow.TAP, NOW)).isZero();
		assertThat(this.mapper.countSpent(bytes(8), ReplyWindow.MESSAGE, NOW)).isZero();
	}

	@Test
	void contentGoesBeforeTheRecordAndNothingThatStillWaits() {
		insert(1, SendState.SENT);
		insert(2, SendState.NEW);
		assertThat(this.mapper.eraseContentBefore(NOW, List.of(), 10)).isZero();
		assertThat(this.mapper.eraseContentBefore(LATER, List.of(), 10)).isEqualTo(1);
		assertThat(this.mapper.eraseContentBefore(LATER, List.of(), 10)).isZero();
		assertThat(this.jdbc.sql("SELECT state FROM outbound_message WHERE content IS NULL AND open_id IS NULL")
			.query(String.class)
			.list()).containsExactly("SENT");
		assertThat(this.mapper.deleteBefore(NOW, List.of(), 10)).isZero();
		assertThat(this.mapper.deleteBefore(LATER, List.of(), 10)).isEqualTo(1);
		assertThat(first().messageKey()).isEqualTo(bytes(2));
	}

	private OutboundMapper.Row first() {
		return this.mapper.findFirstUnsettled(PERSON).orElseThrow();
	}

	private void insert(int key, SendState state) {
		this.mapper.insert(new OutboundMapper.Intent(bytes(key), "wx00000000000000f1", PERSON, new byte[] { 1 },
				new byte[] { 2 }, "text", ReplyWindow.MESSAGE, NOW, LATER, state, null, NOW, "abc-1"));
	}

	private static OutboundMapper.Settlement settlement(long id, SendState from, SendState to) {
		return new OutboundMapper.Settlement(id, from, to, null, NOW);
	}

	private static byte[] bytes(int value) {
		byte[] bytes = new byte[32];
		Arrays.fill(bytes, (byte) value);
		return bytes;
	}

}
