package cn.mentougou.education.office.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All lists of one moment, and the counting. Days are those of Beijing and never
 * instants.
 *
 * @param version the version of the calendar
 * @param years the years whose list is known
 * @param days the days that the lists name
 */
record CalendarBook(long version, Set<Integer> years, Map<LocalDate, CalendarDay> days) {

	/** Nothing was read yet. */
	static final CalendarBook UNREAD = new CalendarBook(-1, Set.of(), Map.of());

	private static final int LONGEST = 10_000;

	CalendarBook {
		years = Set.copyOf(years);
		days = Map.copyOf(days);
	}

	/** Without a list for the year the week alone decides. */
	boolean isWorkingDay(LocalDate date) {
		CalendarDay day = this.days.get(date);
		return (day != null) ? day.kind() == CalendarDay.Kind.WORK : CalendarDay.isWeekday(date);
	}

	/**
	 * The day of the start is day 0 (by analogy to 民法典 Art. 201), so a period in working
	 * days never ends on a day off.
	 */
	DueDate add(LocalDate start, int count) {
		if (count < 1 || count > LONGEST) {
			throw new IllegalArgumentException("Not a period in working days: " + count);
		}
		LocalDate date = start;
		for (int left = count; left > 0;) {
			date = date.plusDays(1);
			left -= isWorkingDay(date) ? 1 : 0;
		}
		return due(start.plusDays(1), date);
	}

	/**
	 * A period in natural days that ends on a day off ends on the first working day after
	 * it (民法典 Art. 203, 民事诉讼法 Art. 85).
	 */
	DueDate addNatural(LocalDate start, int count) {
		if (count < 1 || count > LONGEST) {
			throw new IllegalArgumentException("Not a period in days: " + count);
		}
		return firstFrom(start.plusDays(count));
	}

	DueDate firstFrom(LocalDate date) {
		LocalDate last = date;
		while (!isWorkingDay(last)) {
			last = last.plusDays(1);
		}
		return due(date, last);
	}

	/** Working days after the one date up to the other; negative the other way round. */
	int between(LocalDate after, LocalDate until) {
		if (until.isBefore(after)) {
			return -between(until, after);
		}
		return Math.toIntExact(after.plusDays(1).datesUntil(until.plusDays(1)).filter(this::isWorkingDay).count());
	}

	Optional<DueDate> nthOf(YearMonth month, int number) {
		LocalDate before = month.atDay(1).minusDays(1);
		DueDate due = add(before, number);
		return YearMonth.from(due.on()).equals(month) ? Optional.of(due) : Optional.empty();
	}

	private DueDate due(LocalDate first, LocalDate last) {
		boolean known = true;
		for (int year = first.getYear(); year <= last.getYear(); year++) {
			known &= this.years.contains(year);
		}
		return new DueDate(last, !known, this.version);
	}

}
