package cn.mentougou.education.office.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Supplier;

/**
 * The desk that counts working days, from memory: no call asks the database. A change of
 * the calendar is known here at once and in other instances within seconds.
 */
public class WorkingDays {

	private final Supplier<CalendarBook> book;

	WorkingDays(Supplier<CalendarBook> book) {
		this.book = book;
	}

	/**
	 * Whether the office works on that day: a weekend that is worked in exchange counts,
	 * a weekday that is free does not. Of a year without a list only the week is known.
	 */
	public boolean isWorkingDay(LocalDate date) {
		return this.book.get().isWorkingDay(date);
	}

	/** Whether the year's list is known; if not, what is counted is provisional. */
	public boolean hasDataFor(int year) {
		return this.book.get().years().contains(year);
	}

	/**
	 * The last day of a period in working days: that many working days strictly after the
	 * start, which is day 0 whether it is a working day or not.
	 */
	public DueDate addWorkingDays(LocalDate start, int count) {
		return this.book.get().add(start, count);
	}

	/**
	 * The last day of a period in natural days; if that is a day off, the first working
	 * day after it.
	 */
	public DueDate addNaturalDays(LocalDate start, int count) {
		return this.book.get().addNatural(start, count);
	}

	/** That day, or the first working day after it if it is a day off. */
	public DueDate workingDayFrom(LocalDate date) {
		return this.book.get().firstFrom(date);
	}

	/**
	 * How many working days lie after the one day, up to and including the other;
	 * negative if the other lies before. So from today to a last day it is what is left,
	 * and below 0 what is overdue.
	 */
	public int workingDaysBetween(LocalDate after, LocalDate until) {
		return this.book.get().between(after, until);
	}

	/**
	 * The nth working day of a month.
	 * @throws IllegalArgumentException if the month has not so many
	 */
	public DueDate nthWorkingDayOf(YearMonth month, int number) {
		return this.book.get()
			.nthOf(month, number)
			.orElseThrow(() -> new IllegalArgumentException(month + " has not so many working days"));
	}

	/** By when the figures of the month before are due (每月前五个工作日). */
	public DueDate fifthWorkingDayOf(YearMonth month) {
		return nthWorkingDayOf(month, 5);
	}

	/** The version of the calendar that is counted by. */
	public long version() {
		return this.book.get().version();
	}

}
