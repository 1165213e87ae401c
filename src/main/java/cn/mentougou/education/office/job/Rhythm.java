package cn.mentougou.education.office.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a job runs. Nothing here reads a clock, and the days are those of Beijing,
 * whatever the zone of the JVM.
 */
public sealed interface Rhythm {

	/** The first run of a job that never ran. */
	Instant first(Instant now);

	/**
	 * The run after one that was due and has ended. It never lies before what was due,
	 * even if the clock was set back meanwhile.
	 */
	Instant next(Instant due, Instant ended);

	/** The run that was planned, as it is planned after a change of the rhythm. */
	Instant replanned(Instant planned);

	/** About how much time lies between two runs. */
	Duration period();

	/**
	 * How far ahead a run can be planned; one beyond it was planned by a clock that went
	 * wrong.
	 */
	Duration horizon();

	/** When it runs, in Chinese. */
	String words();

	/**
	 * At an interval.
	 *
	 * @param delay the time from the end of one run to the start of the next
	 */
	record Every(Duration delay) implements Rhythm {

		/** Instances whose clocks differ a little do not correct each other. */
		private static final Duration TOLERANCE = Duration.ofSeconds(10);

		@Override
		public Instant first(Instant now) {
			return now;
		}

		@Override
		public Instant next(Instant due, Instant ended) {
			return ended.plus(this.delay);
		}

		@Override
		public Instant replanned(Instant planned) {
			return planned;
		}

		@Override
		public Duration period() {
			return this.delay;
		}

		@Override
		public Duration horizon() {
			return this.delay.plus(TOLERANCE);
		}

		@Override
		public String words() {
			return "每 " + words(this.delay);
		}

		private static String words(Duration delay) {
			if (delay.toSeconds() < 60) {
				return delay.toSeconds() + " 秒";
			}
			return (delay.toMinutes() < 60) ? delay.toMinutes() + " 分钟" : delay.toHours() + " 小时";
		}

	}

	/**
	 * Once a day.
	 *
	 * @param time the time of day in Beijing
	 */
	record DailyAt(LocalTime time) implements Rhythm {

		private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

		@Override
		public Instant first(Instant now) {
			ZonedDateTime today = now.atZone(BEIJING).with(this.time);
			return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
		}

		@Override
		public Instant next(Instant due, Instant ended) {
			return first(due.isAfter(ended) ? due : ended);
		}

		@Override
		public Instant replanned(Instant planned) {
			return planned.atZone(BEIJING).with(this.time).toInstant();
		}

		@Override
		public Duration period() {
			return Duration.ofDays(1);
		}

		@Override
		public Duration horizon() {
			return Duration.ofHours(36);
		}

		@Override
		public String words() {
			return "每天 " + this.time;
		}

	}

}
