package cn.mentougou.education.office.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * A day that a list names.
 *
 * @param on which day
 * @param kind what it is
 * @param name why, such as 春节
 */
record CalendarDay(LocalDate on, Kind kind, String name) {

	/** Whether it would be a working day without any list: 每周工作五天, weekends free. */
	static boolean isWeekday(LocalDate date) {
		return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
	}

	/** What a named day is. */
	enum Kind {

		/** Nobody works. */
		OFF("休"),

		/** A weekend that is worked in exchange (调休上班). */
		WORK("班");

		private final String title;

		Kind(String title) {
			this.title = title;
		}

		public String title() {
			return this.title;
		}

	}

}
