package cn.mentougou.education.office.calendar;

import java.util.Set;

/**
 * Working days changed, or a year's list became known. Desks count the periods of their
 * open cases again; closed ones stay as they are.
 *
 * @param years the years in which days changed or became definite
 * @param version the calendar's version that holds the change
 */
public record CalendarChanged(Set<Integer> years, long version) {

	/** Copies the years. */
	public CalendarChanged {
		years = Set.copyOf(years);
	}

}
