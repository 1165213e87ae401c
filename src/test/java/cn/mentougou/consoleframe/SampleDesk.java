package cn.mentougou.consoleframe;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.ConsolePage.Section;
import cn.mentougou.education.office.console.SearchSource;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Role;

/** A desk that fills the console of tests with what a real one would. */
class SampleDesk {

	private static final LocalDate TODAY = LocalDate.of(2026, 6, 8);

	@Bean
	ConsolePage samplePage() {
		return new ConsolePage("/console/sample", "依申请公开", Section.DISCLOSURE, 0, Set.of(Role.DISCLOSURE_CLERK),
				"登记收到的申请，按期限答复。点编号看办理经过。");
	}

	@Bean
	ConsolePage jobsPage() {
		return new ConsolePage("/console/sample-jobs", "定时任务", Section.SYSTEM, 0, EnumSet.of(Role.SYSTEM_ADMINISTRATOR),
				"看每项任务上次和下次什么时候运行。");
	}

	@Bean
	TodaySource sampleWork() {
		return (actor, today) -> !actor.holds(Role.DISCLOSURE_CLERK) ? List.of()
				: List.of(TodayEntry.waiting("补正材料已收到，请核对：第 2026-017 号", "/console/sample/17"),
						TodayEntry.due("答复申请：第 2026-012 号", "/console/sample/12", TODAY.plusDays(3), 3),
						TodayEntry.due("答复申请：第 2026-009 号", "/console/sample/9", TODAY, 0),
						TodayEntry.due("答复申请：第 2026-003 号", "/console/sample/3", TODAY.minusDays(4), -2),
						TodayEntry.alarm("定时任务“期限提醒”昨天没有运行", "/console/sample/0"));
	}

	@Bean
	TodaySource brokenWork() {
		return (actor, today) -> {
			if (actor.holds(Role.SYSTEM_ADMINISTRATOR)) {
				throw new IllegalStateException("broken on purpose");
			}
			return List.of();
		};
	}

	@Bean
	SearchSource sampleSearch() {
		return (actor, words) -> !"大峪第一小学".contains(words) ? List.of()
				: List.of(new SearchSource.Hit("单位", "大峪第一小学", "/console/sample/1"));
	}

}
