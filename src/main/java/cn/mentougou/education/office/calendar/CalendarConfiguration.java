package cn.mentougou.education.office.calendar;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.console.ConsolePage;

/** Puts the calendar together. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

	/** How late a change made in another instance is learnt. */
	private static final Duration REREAD = Duration.ofSeconds(5);

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
	CalendarToday calendarToday(WorkingDays workingDays) {
		return new CalendarToday(workingDays);
	}

	@Bean
	ConsolePage calendarPage() {
		return new ConsolePage(CalendarConsoleController.PATH, "工作日历", ConsolePage.Section.OFFICE, 40,
				CalendarToday.KEEPERS,
				"所有期限都按这里的工作日计算：调休上班的周末算工作日，放假的周一至周五不算。每年 11 月前后国务院办公厅公布下一年的放假安排，"
						+ "请在这里导入；导入前会逐日列出变化，确认后才生效。没有导入的年份暂按周末计算，结果会标明“暂定”。"
						+ "导错了，可以在“导入记录”里恢复以前的一版。");
	}

}
