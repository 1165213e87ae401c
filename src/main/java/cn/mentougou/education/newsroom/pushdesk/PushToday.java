package cn.mentougou.education.newsroom.pushdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.Plans;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/**
 * What 今日 says before a push goes: what will not go for want of an approval, and that
 * nothing is planned for today. What went wrong {@code newsroom.pushresult} says.
 */
@Component
class PushToday implements TodaySource {

	private static final Duration SOON = Duration.ofDays(1);

	private final Plans plans;

	private final WeChatAccounts accounts;

	private final Clock clock;

	PushToday(Plans plans, WeChatAccounts accounts, Clock clock) {
		this.plans = plans;
		this.accounts = accounts;
		this.clock = clock;
	}

	/** Until when an approval should be there, so that somebody can still see to it. */
	static Instant soon(Clock clock) {
		return clock.instant().plus(SOON);
	}

	@Override
	public List<TodayEntry> entriesFor(Actor actor, LocalDate today) {
		if (!actor.holds(Role.EDITOR) && !actor.holds(Role.LEADER)) {
			return List.of();
		}
		List<TodayEntry> entries = new ArrayList<>();
		Instant now = this.clock.instant();
		List<PlanView> near = this.plans.between(PushWords.start(today), now.plus(SOON));
		near.stream()
			.filter((plan) -> plan.slot().isAfter(now) && PushWarnings.isUnapproved(plan, now.plus(SOON)))
			.forEach((plan) -> entries.add(TodayEntry.alarm(PushWords.time(plan.slot()) + " 的推送有稿件没有批准（或批准后又改过），到时不会发出",
					PushCalendarConsoleController.PATH + "/" + plan.id().value())));
		if (actor.holds(Role.EDITOR)) {
			this.accounts.all()
				.stream()
				.filter((account) -> account.kind() == AccountKind.SUBSCRIPTION)
				.filter((account) -> near.stream().noneMatch((plan) -> isOf(plan, account, today)))
				.forEach((account) -> entries.add(TodayEntry.waiting(this.accounts.label(account.appId()) + "今天还没有安排推送",
						PushCalendarConsoleController.PATH + "/new?day=" + today)));
		}
		return entries;
	}

	private static boolean isOf(PlanView plan, WeChatAccount account, LocalDate today) {
		return plan.appId().equals(account.appId()) && PushWords.day(plan.slot()).equals(today)
				&& plan.state() != PlanState.CANCELLED && plan.state() != PlanState.SKIPPED;
	}

}
