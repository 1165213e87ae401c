package cn.mentougou.education.office.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

/** Puts the calendar together. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

	/** How late a change made in another instance is learnt. */
	private static final Duration REREAD = Duration.ofSeconds(5);

	/** Who keeps the calendar. */
	private static final Set<Role> KEEPERS = Set.of(Role.DISCLOSURE_CLERK, Role.SYSTEM_ADMINISTRATOR);

	@Bean
	CurrentCalendar currentCalendar(CalendarMapper mapper, PlatformTransactionManager transactions) {
		return new CurrentCalendar(mapper, snapshot(transactions), REREAD);
	}

	static TransactionTemplate snapshot(PlatformTransactionManager transactions) {
		TransactionTemplate snapshot = new TransactionTemplate(transactions);
		snapshot.setReadOnly(true);
		snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return snapshot;
	}

	@Bean
	WorkingDays workingDays(CurrentCalendar current) {
		return new WorkingDays(current);
	}

	@Bean
	CalendarDesk calendarDesk(CalendarMapper mapper, CurrentCalendar current, Audit audit,
			ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
		return new CalendarDesk(mapper, current, audit, events, transactions, clock);
	}

	@Bean
	TodaySource calendarReminder(WorkingDays workingDays) {
		return new Reminder(workingDays);
	}

	@Bean
	ConsolePage calendarPage() {
		return new ConsolePage(CalendarConsoleController.PATH, "工作日历", ConsolePage.Section.OFFICE, 40, KEEPERS,
				"所有期限都按这里的工作日计算：调休上班的周末算工作日，放假的周一至周五不算。每年 11 月前后国务院办公厅公布下一年的放假安排，"
						+ "请在这里导入；导入前会逐日列出变化，确认后才生效。没有导入的年份暂按周末计算，结果会标明“暂定”。" + "导错了，可以在“导入记录”里恢复以前的一版。");
	}

	/**
	 * Reminds of a list that is missing: of the next year's from November, when the State
	 * Council's office publishes it, and of this year's always.
	 */
	static class Reminder implements TodaySource {

		private final WorkingDays workingDays;

		Reminder(WorkingDays workingDays) {
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

}
