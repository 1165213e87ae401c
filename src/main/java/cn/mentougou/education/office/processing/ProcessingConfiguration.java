package cn.mentougou.education.office.processing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Role;

/**
 * The page of the register, written by the security administrator and read by the audit
 * administrator, and what of it is due.
 */
@Configuration(proxyBeanMethods = false)
class ProcessingConfiguration {

	private static final int DAYS_BEFORE = 30;

	@Bean
	ConsolePage processingPage() {
		return new ConsolePage(ActivityConsoleController.PATH, "个人信息处理登记", ConsolePage.Section.OFFICE, 22,
				Set.of(Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR),
				"这里登记单位怎样处理个人信息：目的、依据、种类、谁负责、给谁、保存多久，以及影响评估的日期和结论。" + "涉及不满十四周岁儿童的，每年还要做一次合规审计，到期前三十天会出现在“今日”。");
	}

	@Bean
	TodaySource processingToday(Activities activities) {
		return (actor, today) -> {
			List<TodayEntry> entries = new ArrayList<>();
			if (actor.holds(Role.SECURITY_ADMINISTRATOR)) {
				activities.all().forEach((activity) -> add(entries, activity, today));
			}
			return entries.stream().limit(50).toList();
		};
	}

	private static void add(List<TodayEntry> entries, Activity activity, LocalDate today) {
		String href = ActivityConsoleController.PATH + "/" + activity.id();
		LocalDate dueOn = activity.auditDueOn();
		if (dueOn != null && !today.plusDays(DAYS_BEFORE).isBefore(dueOn)) {
			TodayEntry.Kind kind = today.isAfter(dueOn) ? TodayEntry.Kind.OVERDUE : TodayEntry.Kind.DUE;
			entries.add(new TodayEntry(kind, "未成年人个人信息年度审计：" + activity.text().name(), href, dueOn, null));
		}
		if (activity.lacksAssessment()) {
			entries.add(TodayEntry.waiting("还没有做个人信息保护影响评估：" + activity.text().name(), href));
		}
		else if (activity.endedOn() == null && activity.inCharge() == null) {
			entries.add(TodayEntry.waiting("还没有指定负责人：" + activity.text().name(), href));
		}
	}

}
