package cn.mentougou.education.office.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A year as the page shows it, month by month.
 *
 * @param year the year
 * @param known whether its list is known
 * @param workingDays how many days are worked
 * @param months its months
 */
record YearView(int year, boolean known, int workingDays, List<Month> months) {

	static YearView of(CalendarBook book, int year, LocalDate today) {
		List<Month> months = IntStream.rangeClosed(1, 12)
			.mapToObj((month) -> Month.of(book, YearMonth.of(year, month), today))
			.toList();
		return new YearView(year, book.years().contains(year), months.stream().mapToInt(Month::workingDays).sum(),
				months);
	}

	/**
	 * A month.
	 *
	 * @param number which one
	 * @param workingDays how many days are worked
	 * @param first the weekday of its first day, 1 is Monday
	 * @param days its days
	 */
	record Month(int number, int workingDays, int first, List<Day> days) {

		static Month of(CalendarBook book, YearMonth month, LocalDate today) {
			List<Day> days = new ArrayList<>();
			int worked = 0;
			for (int number = 1; number <= month.lengthOfMonth(); number++) {
				LocalDate date = month.atDay(number);
				boolean works = book.isWorkingDay(date);
				worked += works ? 1 : 0;
				days.add(Day.of(date, works, book.days().get(date), today));
			}
			return new Month(month.getMonthValue(), worked, month.atDay(1).getDayOfWeek().getValue(), days);
		}

	}

	/**
	 * A day.
	 *
	 * @param number its number in the month
	 * @param look how it looks: worked, off, exchanged or free
	 * @param mark 休 or 班 where it differs from the week, else empty
	 * @param name why it differs
	 * @param today whether it is today
	 */
	record Day(int number, String look, String mark, String name, boolean today) {

		static Day of(LocalDate date, boolean works, @Nullable CalendarDay named, LocalDate today) {
			boolean differs = works != CalendarDay.isWeekday(date);
			String look = works ? (differs ? "exchanged" : "worked") : (differs ? "free" : "off");
			String mark = (named != null) ? named.kind().title() : "";
			return new Day(date.getDayOfMonth(), look, mark, (named != null) ? named.name() : "", date.equals(today));
		}

	}

}
