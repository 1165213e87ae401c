package cn.mentougou.education.office.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RhythmTests {

	private final Rhythm nightly = new Rhythm.DailyAt(LocalTime.of(2, 0));

	private final Rhythm often = new Rhythm.Every(Duration.ofSeconds(5));

	private static Instant beijing(String time) {
		return Instant.parse(time + "+08:00");
	}

	@Test
	void dailyJobRunsFirstAtTheNextSuchTime() {
		assertThat(this.nightly.first(beijing("2026-03-01T01:59:59"))).isEqualTo(beijing("2026-03-01T02:00:00"));
		assertThat(this.nightly.first(beijing("2026-03-01T02:00:00"))).isEqualTo(beijing("2026-03-02T02:00:00"));
	}

	@Test
	void dailyJobRunsOnceADayHoweverTheClockIsSet() {
		Instant due = beijing("2026-03-01T02:00:00");
		Instant tomorrow = beijing("2026-03-02T02:00:00");
		assertThat(this.nightly.next(due, beijing("2026-03-01T02:00:05"))).isEqualTo(tomorrow);
		assertThat(this.nightly.next(due, beijing("2026-03-01T01:00:05"))).isEqualTo(tomorrow);
		assertThat(this.nightly.next(due, beijing("2026-03-01T23:30:00"))).isEqualTo(tomorrow);
		assertThat(this.nightly.next(due, beijing("2026-03-02T02:00:01"))).isEqualTo(beijing("2026-03-03T02:00:00"));
	}

	@Test
	void extraRunByDayLeavesTheNextNight() {
		Instant byHand = beijing("2026-03-01T15:12:00");
		assertThat(this.nightly.next(byHand, byHand.plusSeconds(3))).isEqualTo(beijing("2026-03-02T02:00:00"));
	}

	@Test
	void otherTimeOfDayKeepsTheDay() {
		Instant planned = beijing("2026-03-02T02:00:00");
		assertThat(new Rhythm.DailyAt(LocalTime.of(4, 30)).replanned(planned))
			.isEqualTo(beijing("2026-03-02T04:30:00"));
		assertThat(this.nightly.replanned(planned)).isEqualTo(planned);
		assertThat(this.often.replanned(planned)).isEqualTo(planned);
	}

	@Test
	void intervalBeginsAtTheEnd() {
		Instant now = beijing("2026-03-01T12:00:00");
		assertThat(this.often.first(now)).isEqualTo(now);
		assertThat(this.often.next(now, now.plusSeconds(60))).isEqualTo(now.plusSeconds(65));
	}

	@Test
	void rhythmIsSaidInWords() {
		assertThat(this.nightly.words()).isEqualTo("每天 02:00");
		assertThat(this.often.words()).isEqualTo("每 5 秒");
		assertThat(new Rhythm.Every(Duration.ofMinutes(30)).words()).isEqualTo("每 30 分钟");
		assertThat(new Rhythm.Every(Duration.ofHours(1)).words()).isEqualTo("每 1 小时");
	}

}
