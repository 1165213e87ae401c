package cn.mentougou.education.wechat.outbound;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MapperTest;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.wechat.sender.Channel;

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
	private SendMapper sending;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void orderIsTakenOnce() {
		long id = insert(1, SendState.NEW);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> insert(1, SendState.NEW));
		insert(2, SendState.NEW);
		assertThat(this.mapper.findId(bytes(1))).hasValue(id);
		assertThat(this.mapper.listOf(PERSON, Long.MAX_VALUE, 10)).hasSize(2);
		assertThat(this.mapper.listOf(PERSON, id + 1, 10)).extracting(OutboundMapper.Row::id).containsExactly(id);
	}

	@Test
	void messageIsClaimedAndSettledOnce() {
		long id = insert(1, SendState.NEW);
		assertThat(this.sending.claim(List.of(id), "one:1", NOW)).isEqualTo(1);
		assertThat(this.sending.claim(List.of(id), "two:1", NOW)).isZero();
		assertThat(this.sending.listClaimed(List.of(id), "one:1")).containsExactly(id);
		assertThat(this.sending.listClaimed(List.of(id), "two:1")).isEmpty();
		assertThat(unsettled().attempts()).isEqualTo(1);
		assertThat(this.sending.settleSent(List.of(new SendMapper.Taken(id, "77")), LATER)).isEqualTo(1);
		assertThat(this.sending.settle(settlement(id, SendState.SENDING, SendState.UNKNOWN))).isZero();
		assertThat(this.mapper.find(id).orElseThrow().platformId()).isEqualTo("77");
		assertThat(this.sending.listUnsettled(List.of(PERSON))).isEmpty();
	}

	@Test
	void claimThatWasNotCalledIsTakenBack() {
		long id = insert(1, SendState.NEW, Channel.TEMPLATE);
		this.sending.claim(List.of(id), "one:1", NOW);
		assertThat(unsettled().doubtfulSince()).isEqualTo(NOW);
		assertThat(this.sending.release(List.of(id), "two:1")).isZero();
		assertThat(this.sending.release(List.of(id), "one:1")).isEqualTo(1);
		assertThat(unsettled().doubtfulSince()).isNull();
		assertThat(unsettled().attempts()).isZero();
	}

	@Test
	void postponedMessageIsDueLater() {
		long id = insert(1, SendState.NEW);
		SendMapper.Postponement later = new SendMapper.Postponement(id, SendState.SENDING, "UNREACHABLE", LATER, null,
				NOW);
		assertThat(this.sending.postpone(later)).isZero();
		assertThat(this.sending.listPeopleDue(NOW, 10)).containsExactly(PERSON);
		this.sending.claim(List.of(id), "one:1", NOW);
		assertThat(this.sending.listPeopleDue(LATER, 10)).isEmpty();
		assertThat(this.sending.postpone(later)).isEqualTo(1);
		assertThat(this.sending.listPeopleDue(NOW, 10)).isEmpty();
		assertThat(this.sending.listPeopleDue(LATER, 10)).containsExactly(PERSON);
	}

	@Test
	void silentSenderIsFoundAndOnlyAKeyedMessageResumed() {
		long keyless = insert(1, SendState.NEW);
		long keyed = insert(2, SendState.NEW, Channel.TEMPLATE);
		this.sending.claim(List.of(keyless, keyed), "one:1", NOW);
		assertThat(this.sending.listAbandoned(NOW, 10)).isEmpty();
		assertThat(this.sending.listAbandoned(LATER, 10)).containsExactlyInAnyOrder(keyless, keyed);
		Instant known = NOW.minusSeconds(1);
		assertThat(this.sending.resume(keyless, LATER, known, NOW)).isZero();
		assertThat(this.sending.resume(keyed, LATER, NOW, NOW)).isZero();
		assertThat(this.sending.resume(keyed, LATER, known, NOW)).isEqualTo(1);
	}

	@Test
	void windowIsSpentByWhatWasSentOrMayHaveBeenAndOnceByABundle() {
		for (SendState state : SendState.values()) {
			long id = insert(state.ordinal(), state);
			this.jdbc.sql("UPDATE outbound_message SET claimed_at = ? WHERE id = ?").params(NOW, id).update();
		}
		long bundled = insert(20, SendState.SENT);
		this.sending.bundle(List.of(bundled), bundled - 1);
		assertThat(this.sending.listSpendings(List.of(PERSON), NOW, LATER)).hasSize(3);
		assertThat(this.sending.listSpendings(List.of(PERSON), LATER, LATER)).isEmpty();
		assertThat(this.sending.listSpendings(List.of(bytes(8)), NOW, LATER)).isEmpty();
	}

	@Test
	void unknownOneIsDecidedOnceAndWithWhatWentInsideIt() {
		long id = insert(1, SendState.UNKNOWN);
		long inside = insert(2, SendState.UNKNOWN);
		this.sending.bundle(List.of(inside), id);
		assertThat(this.mapper.listUndecided(0, 10)).extracting(OutboundMapper.Row::id).containsExactly(id);
		assertThat(this.mapper.countUndecided()).isEqualTo(1);
		OutboundMapper.Decided decided = new OutboundMapper.Decided(id, PERSON, Delivery.Decision.DELIVERED, 7, NOW);
		assertThat(this.mapper.decide(decided)).isEqualTo(2);
		assertThat(this.mapper.decide(decided)).isZero();
		assertThat(this.mapper.countUndecided()).isZero();
		assertThat(this.mapper.find(inside).orElseThrow().decision()).isEqualTo(Delivery.Decision.DELIVERED);
	}

	@Test
	void contentGoesBeforeTheRecordAndNothingThatStillWaits() {
		insert(1, SendState.SENT);
		long waiting = insert(2, SendState.NEW);
		assertThat(this.mapper.eraseContentBefore(NOW, List.of(), 10)).isZero();
		assertThat(this.mapper.eraseContentBefore(LATER, List.of(), 10)).isEqualTo(1);
		assertThat(this.mapper.eraseContentBefore(LATER, List.of(), 10)).isZero();
		assertThat(this.jdbc.sql("SELECT state FROM outbound_message WHERE content IS NULL AND open_id IS NULL")
			.query(String.class)
			.list()).containsExactly("SENT");
		assertThat(this.mapper.deleteBefore(NOW, List.of(), 10)).isZero();
		assertThat(this.mapper.deleteBefore(LATER, List.of(), 10)).isEqualTo(1);
		assertThat(unsettled().id()).isEqualTo(waiting);
	}

	private SendMapper.Row unsettled() {
		return this.sending.listUnsettled(List.of(PERSON)).get(0);
	}

	private long insert(int key, SendState state) {
		return insert(key, state, Channel.CUSTOMER_SERVICE);
	}

	private long insert(int key, SendState state, Channel channel) {
		GeneratedKey id = new GeneratedKey();
		this.mapper.insert(intent(key, state, channel), id);
		return id.getValue();
	}

	private static OutboundMapper.Intent intent(int key, SendState state) {
		return intent(key, state, Channel.CUSTOMER_SERVICE);
	}

	private static OutboundMapper.Intent intent(int key, SendState state, Channel channel) {
		return new OutboundMapper.Intent(bytes(key), "wx00000000000000f1", PERSON, new byte[] { 1 }, new byte[] { 2 },
				"TEXT", channel, "test", LATER, state, null, NOW, "abc-1", null);
	}

	private static SendMapper.Settlement settlement(long id, SendState from, SendState to) {
		return new SendMapper.Settlement(id, from, to, null, NOW);
	}

	private static byte[] bytes(int value) {
		byte[] bytes = new byte[32];
		Arrays.fill(bytes, (byte) value);
		return bytes;
	}

}
