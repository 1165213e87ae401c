package cn.mentougou.education.wechat.menueditor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.menupublishing.MenuPlan;
import cn.mentougou.education.wechat.menupublishing.MenuPlans;
import cn.mentougou.education.wechat.menupublishing.Publication;
import cn.mentougou.education.wechat.menupublishing.Publications;

/** The pages of the menus, and what 今日 says about them. */
@Configuration(proxyBeanMethods = false)
class MenuEditorConfiguration {

	private static final Duration SOON = Duration.ofDays(3);

	private static final Duration LATE = Duration.ofMinutes(5);

	@Bean
	ConsolePage menusPage() {
		return new ConsolePage(MenusConsoleController.PATH, "自定义菜单", ConsolePage.Section.CHANNEL, 30,
				Set.of(Role.EDITOR), "公众号底部的菜单：最多 3 栏，每栏最多 5 项。先编辑并保存成一版，看过预览再发布；发布后关注的人五分钟内看到。"
						+ "每次保存都留下版本，可以比较、回退，也可以安排在某个时间自动切换（如招生季）。" + "公众号已有菜单的，先“拉取”成一版再改。");
	}

	@Bean
	TodaySource menusToday(WeChatAccounts accounts, Publications publications, MenuPlans plans, Clock clock) {
		return (actor, today) -> {
			List<TodayEntry> entries = new ArrayList<>();
			if (actor.holds(Role.EDITOR)) {
				for (WeChatAccount account : accounts.all()) {
					add(entries, account, publications.latest(account.appId(), 1));
					Instant live = publications.live(account.appId()).map(Publication::touchedAt).orElse(Instant.EPOCH);
					plans.latest(account.appId()).forEach((plan) -> add(entries, account, plan, live, clock.instant()));
				}
			}
			return entries;
		};
	}

	private static void add(List<TodayEntry> entries, WeChatAccount account, List<Publication> latest) {
		for (Publication publication : latest) {
			if (publication.state() == Publication.State.UNKNOWN) {
				entries.add(TodayEntry.alarm(account.kind().label() + "的菜单发布结果不明，系统正在向微信询问", page(account)));
			}
		}
	}

	private static void add(List<TodayEntry> entries, WeChatAccount account, MenuPlan plan, Instant live, Instant now) {
		String what = account.kind().label() + "的菜单定时切换（" + MenuWords.time(plan.switchAt()) + "）";
		if (plan.state() == MenuPlan.State.FAILED && plan.switchAt().isAfter(live)) {
			entries.add(TodayEntry.alarm(what + "没有成功，需要人处理", page(account)));
		}
		else if (plan.state() == MenuPlan.State.PLANNED && plan.switchAt().plus(LATE).isBefore(now)) {
			entries.add(TodayEntry.alarm(what + "还没有完成，系统仍在尝试", page(account)));
		}
		else if (plan.state() == MenuPlan.State.PLANNED && plan.switchAt().minus(SOON).isBefore(now)) {
			entries.add(TodayEntry.waiting(what + "就要到了", page(account)));
		}
	}

	private static String page(WeChatAccount account) {
		return MenusConsoleController.PATH + "/of/" + account.appId();
	}

}
