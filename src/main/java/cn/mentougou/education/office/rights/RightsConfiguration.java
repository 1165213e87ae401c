package cn.mentougou.education.office.rights;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.shared.Role;

/** The page of the roles, and the appointments that soon end on 今日. */
@Configuration(proxyBeanMethods = false)
class RightsConfiguration {

	private static final int SOON = 14;

	@Bean
	ConsolePage rolePage() {
		return new ConsolePage("/console/roles", "职责", ConsolePage.Section.OFFICE, 2,
				Set.of(Role.SECURITY_ADMINISTRATOR),
				"这里授予和收回职责。职责对所选单位和它的全部下级有效。不能给自己授予；系统、安全、审计三种管理员不能由同一人兼任，" + "也不能没有人担任：先任命接替者，再收回。收回的职责保留在历史记录里。");
	}

	@Bean
	TodaySource endingRoles(Appointments appointments, RoleList list) {
		return (actor, today) -> appointments.endingWithin(actor, SOON).stream().map((appointment) -> {
			RoleView line = list.view(appointment);
			String whose = appointment.person().equals(actor.person()) ? "您" : line.person();
			return TodayEntry.waiting(
					whose + "在“" + line.unit() + "”的" + appointment.role().title() + "职责将于 " + appointment.untilOn()
							+ " 到期",
					actor.holds(Role.SECURITY_ADMINISTRATOR) ? "/console/roles/people/" + appointment.person().value()
							: "/console");
		}).toList();
	}

}
