package cn.mentougou.education.office.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.console.TodayEntry.Kind;
import cn.mentougou.education.shared.Actor;

import static org.assertj.core.api.Assertions.assertThat;

class TodayTests {

	private static final Actor ACTOR = new Actor(Actor.Kind.STAFF, 7, "王小明", List.of(), "192.0.2.1");

	/** One in the morning of 9 June in Beijing, still 8 June in Greenwich. */
	private final MovableClock clock = new MovableClock(Instant.parse("2026-06-08T17:00:00Z"));

	private final List<TodayEntry> entries = new ArrayList<>();

	private final List<LocalDate> asked = new ArrayList<>();

	private final Today today = new Today(List.of((actor, day) -> {
		this.asked.add(day);
		return List.copyOf(this.entries);
	}, (actor, day) -> {
		throw new IllegalStateException("broken on purpose");
	}), this.clock);

	@Test
	void mostUrgentStandsFirst() {
		LocalDate day = LocalDate.of(2026, 6, 9);
		this.entries.addAll(List.of(TodayEntry.waiting("甲", "/"), TodayEntry.due("乙", "/", day, 3),
				TodayEntry.due("丙", "/", day, -1), TodayEntry.due("丁", "/", day, 0), TodayEntry.alarm("戊", "/"),
				TodayEntry.due("己", "/", day, -5)));
		Today.View view = this.today.viewFor(ACTOR);
		assertThat(view.groups()).extracting(Today.Group::kind)
			.containsExactly(Kind.ALARM, Kind.OVERDUE, Kind.DUE, Kind.WAITING);
		assertThat(view.groups()).flatExtracting(Today.Group::entries)
			.extracting(TodayEntry::title)
			.containsExactly("戊", "己", "丙", "丁", "乙", "甲");
	}

	@Test
	void dayIsTheOneInBeijing() {
		assertThat(this.today.viewFor(ACTOR).day()).isEqualTo("2026-06-09");
		assertThat(this.asked).containsExactly(LocalDate.of(2026, 6, 9));
	}

	@Test
	void deskThatFailsIsCountedAndTheOthersAreShown() {
		this.entries.add(TodayEntry.waiting("甲", "/"));
		assertThat(this.today.viewFor(ACTOR).silent()).isEqualTo(1);
		assertThat(this.today.viewFor(ACTOR).groups()).hasSize(1);
	}

	@Test
	void countAsksTheDesksAgainAfterHalfAMinuteOrAnAct() {
		assertThat(this.today.countFor(ACTOR)).isZero();
		this.entries.add(TodayEntry.waiting("甲", "/"));
		assertThat(this.today.countFor(ACTOR)).isZero();
		this.clock.advance(Duration.ofSeconds(31));
		assertThat(this.today.countFor(ACTOR)).isEqualTo(1);
		this.entries.clear();
		this.today.forget(ACTOR);
		assertThat(this.today.countFor(ACTOR)).isZero();
		assertThat(this.asked).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource({ "3, 还剩 3 个工作日", "1, 还剩 1 个工作日", "0, 今天到期", "-1, 已逾期 1 个工作日", "-20, 已逾期 20 个工作日" })
	void clockSpeaksInWorkingDays(int left, String words) {
		assertThat(TodayEntry.due("甲", "/", LocalDate.of(2026, 6, 9), left).clock()).isEqualTo(words);
	}

	@Test
	void workWithoutLastDayHasNoClock() {
		assertThat(TodayEntry.waiting("甲", "/").clock()).isNull();
	}

}
