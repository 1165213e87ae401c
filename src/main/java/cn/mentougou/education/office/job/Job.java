package cn.mentougou.education.office.job;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Work that is done again and again, by one instance at a time. It may be started twice
 * when an instance dies or stands still in the middle, so it must be able to go on where
 * it stopped.
 *
 * @param name its name in the table of jobs, which never changes
 * @param title what it is for, in Chinese, as the page of the jobs shows it
 * @param rhythm when it runs
 * @param work what is done; an exception is recorded and the next run comes as usual
 */
public record Job(String name, String title, Rhythm rhythm, Runnable work) {

	/**
	 * Work at an interval.
	 * @param every the time from the end of one run to the start of the next
	 */
	public static Job every(String name, String title, Duration every, Runnable work) {
		return new Job(name, title, new Rhythm.Every(every), work);
	}

	/**
	 * Work once a day.
	 * @param at the time of day in Beijing
	 */
	public static Job daily(String name, String title, LocalTime at, Runnable work) {
		return new Job(name, title, new Rhythm.DailyAt(at), work);
	}

}
