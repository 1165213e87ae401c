package cn.mentougou.education.office.door;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.office.signin.OwnPasswords;
import cn.mentougou.education.office.signin.SecondFactors;
import cn.mentougou.education.office.signin.SignIn;
import cn.mentougou.education.office.signin.SignIns;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

/** What sign-ins want of people: of everybody their own, of its keeper all of them. */
@Component
class DoorToday implements TodaySource {

	private static final int DAYS_BEFORE = 14;

	private static final int FEW_CODES = 2;

	private final SignIns signIns;

	private final OwnPasswords passwords;

	private final SecondFactors factors;

	DoorToday(SignIns signIns, OwnPasswords passwords, SecondFactors factors) {
		this.signIns = signIns;
		this.passwords = passwords;
		this.factors = factors;
	}

	@Override
	public List<TodayEntry> entriesFor(Actor actor, LocalDate today) {
		List<TodayEntry> entries = new ArrayList<>();
		this.signIns.of(actor.person()).ifPresent((signIn) -> addOwn(signIn, entries));
		if (actor.holds(Role.SECURITY_ADMINISTRATOR)) {
			addAll(entries);
		}
		return entries;
	}

	private void addOwn(SignIn signIn, List<TodayEntry> entries) {
		long days = this.passwords.daysLeft(signIn);
		if (days <= DAYS_BEFORE) {
			entries.add(TodayEntry.waiting("您的密码还有 " + days + " 天到期，请更换", MyselfConsoleController.PATH + "/password"));
		}
		int codes = signIn.hasSecondFactor() ? this.factors.codesLeft(signIn.person()) : Integer.MAX_VALUE;
		if (codes <= FEW_CODES) {
			String title = codes == 0 ? "您没有可用的恢复码，手机丢失时将无法登录，请生成" : "您的恢复码只剩 " + codes + " 个，请重新生成";
			entries.add(TodayEntry.waiting(title, MyselfConsoleController.PATH + "/recovery-codes"));
		}
	}

	private void addAll(List<TodayEntry> entries) {
		int locked = this.signIns.countLocked();
		if (locked > 0) {
			entries.add(TodayEntry.alarm(locked + " 个账号因多次输错被锁定，请核实", "/console/sign-ins?kind=LOCKED"));
		}
		int without = this.signIns.countWithoutCode();
		if (without > 0) {
			entries.add(TodayEntry.waiting(without + " 个账号还没有绑定手机，只靠密码登录", "/console/sign-ins?kind=WITHOUT_CODE"));
		}
	}

}
