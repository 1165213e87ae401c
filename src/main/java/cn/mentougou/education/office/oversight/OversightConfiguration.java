package cn.mentougou.education.office.oversight;

import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.audit.ActorNames;
import cn.mentougou.education.office.audit.Verdict;
import cn.mentougou.education.office.audit.Verification;
import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Role;

/** Puts the desk of the audit administrator together. */
@Configuration(proxyBeanMethods = false)
class OversightConfiguration {

	@Bean
	ConsolePage auditPage() {
		return new ConsolePage(AuditConsoleController.PATH, "审计", ConsolePage.Section.SYSTEM, 30,
				Set.of(Role.AUDIT_ADMINISTRATOR),
				"谁、什么时候、从哪里、对什么做了什么、结果如何，都在这里，最新的在前。可以按时间、人员、动作、对象、结果和来源筛选，导出的是筛选后的全部。"
						+ "记录几秒后封存成链，任何人都改不了、删不掉；“核对”会从头检查整条链。您的每次查看、导出和核对也会记录在内。");
	}

	@Bean
	ActWords actWords(MessageSource sentences, ObjectProvider<ActorNames> names) {
		return new ActWords(sentences, names);
	}

	/** A broken chain is told to both who can do something about it. */
	@Bean
	TodaySource auditAlarm(Verification verification) {
		return (actor, today) -> {
			boolean isAuditor = actor.holds(Role.AUDIT_ADMINISTRATOR);
			if (!isAuditor && !actor.holds(Role.SYSTEM_ADMINISTRATOR)) {
				return List.of();
			}
			// The system administrator sees the job, not the audit.
			String href = isAuditor ? AuditConsoleController.PATH : "/console/jobs/audit-watch";
			return verification.last()
				.filter((verdict) -> !verdict.ok())
				.map(Verdict::sentence)
				.map((sentence) -> List.of(TodayEntry.alarm(sentence, href)))
				.orElse(List.of());
		};
	}

}
