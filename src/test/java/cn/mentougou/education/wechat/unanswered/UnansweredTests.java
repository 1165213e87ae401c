package cn.mentougou.education.wechat.unanswered;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MapperTest;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class UnansweredTests {

	private static final Instant MORNING = Instant.parse("2026-05-20T01:00:00Z");

	private static final LocalDate DAY = LocalDate.of(2026, 5, 20);

	@Autowired
	private UnansweredMapper mapper;

	@Autowired
	private JdbcClient jdbc;

	private Unanswered unanswered;

	@BeforeEach
	void open() {
		this.unanswered = new Unanswered(this.mapper);
	}

	@Test
	void messageIsCountedOnceHoweverOftenItComes() {
		UnansweredId id = ask(1, 7, 1, MORNING).orElseThrow();
		assertThat(ask(1, 7, 1, MORNING.plusSeconds(5))).isEmpty();
		assertThat(this.unanswered.counts(key(1))).isTrue();
		assertThat(this.unanswered.counts(key(2))).isFalse();
		assertThat(this.unanswered.openSince(7)).contains(MORNING);
		assertThat(this.jdbc.sql("""
				SELECT CONCAT_WS(' ', channel, app_id, kind, dialogue_id, occasion, state)
				FROM unanswered_message
				WHERE id = ?
				""").param(id.value()).query(String.class).single()).isEqualTo("ONLINE wxA text 7 1 OPEN");
	}

	@Test
	void onlyWhatWasSeenCountsAsAnswered() {
		UnansweredId first = ask(1, 7, 1, MORNING).orElseThrow();
		ask(2, 7, 1, MORNING.plusSeconds(60));
		ask(3, 8, 1, MORNING);
		assertThat(this.unanswered.answer(7, first, new Unanswered.Settled(42, MORNING.plusSeconds(90)))).isOne();
		assertThat(this.unanswered.answer(7, first, new Unanswered.Settled(43, MORNING.plusSeconds(99)))).isZero();
		assertThat(this.unanswered.openSince(7)).contains(MORNING.plusSeconds(60));
		assertThat(this.unanswered.setAside(7, new Unanswered.Settled(42, MORNING.plusSeconds(120)))).isOne();
		assertThat(this.unanswered.openSince(7)).isEmpty();
		assertThat(this.unanswered.between(DAY, DAY, null)).isEqualTo(new Figures(0, 3, 2, 1, 1, 1));
		assertThat(this.unanswered.between(DAY, DAY, "wxB")).isEqualTo(new Figures(0, 0, 0, 0, 0, 0));
		assertThat(this.jdbc.sql("SELECT settled_by FROM unanswered_message WHERE state = 'ANSWERED'")
			.query(Long.class)
			.single()).isEqualTo(42);
	}

	@Test
	void dayEndsAtMidnightInBeijing() {
		ask(1, 7, 1, Instant.parse("2026-05-20T15:59:59.999Z"));
		ask(2, 7, 1, Instant.parse("2026-05-20T16:00:00Z"));
		assertThat(this.unanswered.between(DAY, DAY, "wxA")).isEqualTo(new Figures(0, 1, 1, 0, 0, 1));
		assertThat(this.unanswered.between(DAY.plusDays(1), DAY.plusDays(1), "wxA"))
			.isEqualTo(new Figures(1, 1, 1, 0, 0, 2));
	}

	@Test
	void figuresOfEveryPeriodAddUp() {
		Random random = new Random(20141231);
		List<UnansweredId> all = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			Instant at = MORNING.plusSeconds(random.nextInt(40 * 86_400));
			int dialogue = i;
			UnansweredId id = ask(i, dialogue, 1 + random.nextInt(3), at).orElseThrow();
			all.add(id);
			Unanswered.Settled settled = new Unanswered.Settled(1, at.plusSeconds(random.nextInt(5 * 86_400)));
			switch (random.nextInt(3)) {
				case 0 -> this.unanswered.answer(dialogue, id, settled);
				case 1 -> this.unanswered.setAside(dialogue, settled);
				default -> this.unanswered.counts(key(i));
			}
		}
		for (int i = 0; i < 50; i++) {
			LocalDate from = DAY.plusDays(random.nextInt(40));
			Figures figures = this.unanswered.between(from, from.plusDays(random.nextInt(10)), null);
			assertThat(figures.openBefore() + figures.asked())
				.isEqualTo(figures.answered() + figures.setAside() + figures.openAfter());
			assertThat(figures.occasions()).isLessThanOrEqualTo(figures.asked());
		}
		assertThat(this.unanswered.between(DAY, DAY.plusDays(60), null).asked()).isEqualTo(all.size());
	}

	private Optional<UnansweredId> ask(int message, long dialogue, int occasion, Instant at) {
		return this.unanswered.ask(new Asked(key(message), "wxA", "text", dialogue, occasion, at));
	}

	private static byte[] key(int message) {
		return ByteBuffer.allocate(32).putInt(message).array();
	}

}
