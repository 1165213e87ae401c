package cn.mentougou.education.wechat.reply;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.mentougou.education.shared.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EffectiveHoursTests {

	private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

	@ParameterizedTest
	@CsvSource(textBlock = """
			# 2026-04-20 is a Monday
			2026-04-20T08:59:59, false
			2026-04-20T09:00:00, true
			2026-04-24T17:29:59, true
			2026-04-24T17:30:00, false
			2026-04-25T10:00:00, false
			2026-04-26T10:00:00, false
			""")
	void officeHoursAreOpenOnWeekdays(LocalDateTime time, boolean open) {
		EffectiveHours hours = EffectiveHours.daily(LocalTime.of(9, 0), LocalTime.of(17, 30), WEEKDAYS);
		assertThat(hours.include(time)).isEqualTo(open);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			2026-04-20T01:00:00, false
			2026-04-20T22:00:00, true
			2026-04-21T07:59:59, true
			2026-04-21T08:00:00, false
			2026-04-24T23:59:59, true
			2026-04-25T03:00:00, true
			2026-04-25T22:00:00, false
			""")
	void nightBelongsToTheDayOnWhichItBegan(LocalDateTime time, boolean open) {
		EffectiveHours hours = EffectiveHours.daily(LocalTime.of(22, 0), LocalTime.of(8, 0), WEEKDAYS);
		assertThat(hours.include(time)).isEqualTo(open);
	}

	@Test
	void datesBoundTheDailyWindowAndExcludeTheEnd() {
		LocalDateTime from = LocalDateTime.parse("2026-05-01T00:00:00");
		EffectiveHours hours = new EffectiveHours(from, from.plusDays(5), null, null, Set.of());
		assertThat(hours.include(from.minusSeconds(1))).isFalse();
		assertThat(hours.include(from)).isTrue();
		assertThat(hours.include(from.plusDays(5).minusSeconds(1))).isTrue();
		assertThat(hours.include(from.plusDays(5))).isFalse();
	}

	@Test
	void weekdaysAloneAreWholeDays() {
		EffectiveHours hours = new EffectiveHours(null, null, null, null, Set.of(DayOfWeek.SATURDAY));
		assertThat(hours.include(LocalDateTime.parse("2026-04-25T00:00:00"))).isTrue();
		assertThat(hours.include(LocalDateTime.parse("2026-04-26T00:00:00"))).isFalse();
	}

	@Test
	void hoursThatNeverComeAreRefused() {
		LocalDateTime at = LocalDateTime.parse("2026-05-01T00:00:00");
		LocalTime nine = LocalTime.of(9, 0);
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> new EffectiveHours(at, at, null, null, Set.of()))
			.extracting(Refusal::code)
			.isEqualTo("reply.hours-reversed");
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> new EffectiveHours(null, null, nine, null, Set.of()))
			.extracting(Refusal::code)
			.isEqualTo("reply.daily-hours-incomplete");
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> EffectiveHours.daily(nine, nine, Set.of()))
			.extracting(Refusal::code)
			.isEqualTo("reply.daily-hours-incomplete");
	}

}
