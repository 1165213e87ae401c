package cn.mentougou.education.office.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Role;

/**
 * The page of the incidents, written by the security administrator and read by the audit
 * administrator, and those that somebody must still be told of.
 */
@Configuration(proxyBeanMethods = false)
class IncidentConfiguration {

	@Bean
	ConsolePage incidentPage() {
		return new ConsolePage(IncidentConsoleController.PATH, "个人信息安全事件", ConsolePage.Section.OFFICE, 23,
				Set.of(Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR),
				"发生或可能发生个人信息泄露、篡改、丢失时，立即采取补救措施，并通知主管部门和本人（个人信息保护法第五十七条）；涉及未成年人的还要告知监护人。"
						+ "请先登记已经知道的，再随时补充。没有通知到的事件会一直显示在“今日”，注明已经过去多少小时。登记里不要写具体的人。");
	}

	@Bean
	TodaySource incidentToday(Incidents incidents, Clock clock) {
		return (actor, today) -> actor.holds(Role.SECURITY_ADMINISTRATOR)
				? incidents.open().stream().map((incident) -> entry(incident, clock.instant())).toList() : List.of();
	}

	private static TodayEntry entry(Incident incident, Instant now) {
		String href = IncidentConsoleController.PATH + "/" + incident.id();
		return incident.isUntold() ? TodayEntry
			.alarm("个人信息安全事件还没有通知完，知道后已过去 " + incident.knownFor(now).toHours() + " 小时：第 " + incident.id() + " 号", href)
				: TodayEntry.waiting("个人信息安全事件已通知，处理完请关闭：第 " + incident.id() + " 号", href);
	}

}
