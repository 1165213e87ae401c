package cn.mentougou.education.wechat.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.mentougou.education.shared.Misconfigured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StaffHoursTests {

	/** The National Day of 2026: the 10th, a Saturday, is worked in exchange. */
	private static final Set<LocalDate> WORKED = Set.of(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 8),
			LocalDate.of(2026, 10, 9), LocalDate.of(2026, 10, 10));

	private final StaffHours hours = new StaffHours(WORKED::contains, LocalTime.of(9, 0), LocalTime.of(17, 30));

	@ParameterizedTest
	@CsvSource({ "2026-09-30T08:59:59, false, 2026-09-30T09:00", "2026-09-30T09:00:00, true, 2026-09-30T09:00",
			"2026-09-30T17:29:59, true, 2026-09-30T17:29:59", "2026-09-30T17:30:00, false, 2026-10-08T09:00",
			"2026-10-01T10:00:00, false, 2026-10-08T09:00", "2026-10-10T10:00:00, true, 2026-10-10T10:00",
			"2026-10-07T23:59:59, false, 2026-10-08T09:00" })
	void hoursFollowTheCalendarOfTheOffice(String moment, boolean isOpen, String next) {
		OffsetDateTime at = OffsetDateTime.parse(moment + "+08:00");
		assertThat(this.hours.includes(at.toInstant())).isEqualTo(isOpen);
		assertThat(this.hours.nextFrom(at.toInstant())).isEqualTo(beijing(next));
	}

	@Test
	void whoWritesOnAHolidayIsToldTheDay() {
		assertThat(this.hours.in("{工作时间}：{答复时间}", beijing("2026-10-01T10:00")))
			.isEqualTo("工作日 9:00–17:30：现在不在工作时间，预计 10 月 8 日（周四）9:00 起答复您。");
		assertThat(this.hours.expectation(beijing("2026-10-08T10:00"))).isEqualTo("现在是工作时间，会尽快答复您。");
	}

	@Test
	void hoursThatNeverComeAreRefused() {
		assertThatThrownBy(() -> new HoursSettings(LocalTime.of(18, 0), LocalTime.of(9, 0)))
			.isInstanceOf(Misconfigured.class);
	}

	private static Instant beijing(String moment) {
		return OffsetDateTime.parse((moment.length() == 16 ? moment + ":00" : moment) + "+08:00").toInstant();
	}

}
