package cn.mentougou.education.office.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

/**
 * Reminds of a list that is missing: of the next year's from November, when the State
 * Council's office publishes it, and of this year's always.
 */
class CalendarToday implements TodaySource {

	static final Set<Role> KEEPERS = Set.of(Role.DISCLOSURE_CLERK, Role.SYSTEM_ADMINISTRATOR);

	private final WorkingDays workingDays;

	CalendarToday(WorkingDays workingDays) {
		this.workingDays = workingDays;
	}

	@Override
	public List<TodayEntry> entriesFor(Actor actor, LocalDate today) {
		List<TodayEntry> entries = new ArrayList<>();
		if (!actor.holds(KEEPERS)) {
			return entries;
		}
		int year = today.getYear();
		if (!this.workingDays.hasDataFor(year)) {
			entries.add(TodayEntry.alarm("没有 " + year + " 年的放假安排，今年的期限只能暂按周末计算", href(year)));
		}
		if (!this.workingDays.hasDataFor(year + 1) && today.getMonth().compareTo(Month.NOVEMBER) >= 0) {
			String title = "请导入 " + (year + 1) + " 年的放假安排（国务院办公厅一般在 11 月公布）";
			entries.add((today.getMonth() == Month.DECEMBER) ? TodayEntry.alarm(title, href(year + 1))
					: TodayEntry.waiting(title, href(year + 1)));
		}
		return entries;
	}

	private static String href(int year) {
		return CalendarConsoleController.PATH + "/import?year=" + year;
	}

}
