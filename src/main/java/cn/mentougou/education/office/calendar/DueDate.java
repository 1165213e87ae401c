package cn.mentougou.education.office.calendar;

import java.time.LocalDate;

/**
 * The last day of a period, with what it was counted by. Whoever stores it stores the
 * version too, and counts again when {@link CalendarChanged} says so.
 *
 * @param on the last day; the period ends at its end. It may be a Saturday or Sunday that
 * is worked
 * @param provisional whether it was counted through a year whose list is not known yet,
 * with weekends alone (暂定)
 * @param calendarVersion the version of the calendar
 */
public record DueDate(LocalDate on, boolean provisional, long calendarVersion) {
}
