package cn.mentougou.education.office.absence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Role;

/** The page of the absences, and what 今日 says about them. */
@Configuration(proxyBeanMethods = false)
class AbsenceConfiguration {

	private static final String PAGE = "/console/absences";

	private static final int SOON = 3;

	@Bean
	ConsolePage absencePage() {
		return new ConsolePage(PAGE, "不在岗与代理", ConsolePage.Section.MYSELF, 10, EnumSet.allOf(Role.class),
				"出差、休假前在这里登记，并选一位代理人。代理只在登记的日期内有效，代理人不能审批自己或您经手的内容。" + "系统、安全、审计管理员的职责不能代理。学校管理员和系统管理员可以为本单位人员登记。");
	}

	@Bean
	TodaySource absencesToday(Absences absences, AbsenceList list) {
		return (actor, today) -> {
			List<TodayEntry> entries = new ArrayList<>();
			for (AbsenceView view : list.views(absences.of(actor.person()))) {
				addOwn(entries, view, today);
			}
			for (AbsenceView view : list.views(absences.heldBy(actor.person()))) {
				addHeld(entries, view, today);
			}
			return entries;
		};
	}

	private static void addOwn(List<TodayEntry> entries, AbsenceView view, LocalDate today) {
		Absence absence = view.absence();
		if (absence.isOn(today)) {
			entries.add(TodayEntry.waiting("您登记为不在岗，至 " + absence.untilOn() + "；已经回来请提前结束", PAGE));
		}
		else if (view.open() && !absence.fromOn().isAfter(today.plusDays(SOON))) {
			entries.add(TodayEntry.waiting("您登记的不在岗将于 " + absence.fromOn() + " 开始", PAGE));
		}
	}

	private static void addHeld(List<TodayEntry> entries, AbsenceView view, LocalDate today) {
		Absence absence = view.absence();
		String what = "代理“" + view.person() + "”的" + String.join("、", view.lent());
		if (absence.isOn(today)) {
			entries.add(TodayEntry.waiting("您正在" + what + "，至 " + absence.untilOn(), PAGE));
		}
		else if (!absence.fromOn().isAfter(today.plusDays(SOON))) {
			entries.add(TodayEntry.waiting("您将从 " + absence.fromOn() + " 起" + what, PAGE));
		}
	}

}
