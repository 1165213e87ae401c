package cn.mentougou.education.office.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What an import would do, day by day.
 *
 * @param list the list to import
 * @param version the version of the year's list now; 0 if there is none
 * @param changes the days that begin or cease to be working days
 * @param renamed how many days would only be named differently
 * @param definite whether the year has no list yet, so that what was provisional becomes
 * definite
 */
record Preview(YearList list, int version, List<Change> changes, int renamed, boolean definite) {

	/** Compares the list with all days that are named now. */
	static Preview of(YearList list, int version, List<CalendarMapper.Row> rows, LocalDate today) {
		Map<LocalDate, CalendarDay> before = rows.stream()
			.map(CalendarMapper.Row::calendarDay)
			.collect(Collectors.toMap(CalendarDay::on, (day) -> day));
		Map<LocalDate, CalendarDay> after = new HashMap<>(before);
		rows.stream().filter((row) -> row.listYear() == list.year()).forEach((row) -> after.remove(row.day()));
		list.days().forEach((day) -> after.put(day.on(), day));
		Set<LocalDate> named = new TreeSet<>(before.keySet());
		named.addAll(after.keySet());
		List<Change> changes = new ArrayList<>();
		int renamed = 0;
		for (LocalDate date : named) {
			CalendarDay was = before.get(date);
			CalendarDay is = after.get(date);
			if (works(date, was) != works(date, is)) {
				changes.add(new Change(date, works(date, is), nameOf(is != null ? is : was), date.isBefore(today)));
			}
			else if (!Objects.equals(nameOf(was), nameOf(is))) {
				renamed++;
			}
		}
		return new Preview(list, version, List.copyOf(changes), renamed, version == 0);
	}

	private static boolean works(LocalDate date, @Nullable CalendarDay day) {
		return (day != null) ? day.kind() == CalendarDay.Kind.WORK : CalendarDay.isWeekday(date);
	}

	private static String nameOf(@Nullable CalendarDay day) {
		return (day != null) ? day.name() : "";
	}

	/** The changes of days that are over. */
	public List<Change> pastChanges() {
		return this.changes.stream().filter(Change::past).toList();
	}

	/** The years in which something changes. */
	Set<Integer> years() {
		Set<Integer> years = this.changes.stream()
			.map((change) -> change.on().getYear())
			.collect(Collectors.toCollection(TreeSet::new));
		if (this.definite) {
			years.add(this.list.year());
		}
		return years;
	}

	/**
	 * One day that changes.
	 *
	 * @param on which day
	 * @param worked whether it becomes a working day; else it ceases to be one
	 * @param name why, as the list names it
	 * @param past whether it is over
	 */
	record Change(LocalDate on, boolean worked, String name, boolean past) {
	}

}
