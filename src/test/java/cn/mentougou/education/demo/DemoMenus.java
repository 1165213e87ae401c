package cn.mentougou.education.demo;

import java.time.Clock;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.menu.DefaultMenus;
import cn.mentougou.education.wechat.menu.MenuButton;
import cn.mentougou.education.wechat.menupublishing.MenuPlans;
import cn.mentougou.education.wechat.menupublishing.MenuVersion;
import cn.mentougou.education.wechat.menupublishing.MenuVersions;
import cn.mentougou.education.wechat.menupublishing.Publication;
import cn.mentougou.education.wechat.menupublishing.Publications;

/** The menus of the two demonstration accounts: the default ones, published once. */
public final class DemoMenus {

	/** The subscription account's (订阅号). */
	public static final List<Entry> SUBSCRIPTION = entries(DefaultMenus.of(AccountKind.SUBSCRIPTION).buttons());

	/** The service account's (服务号). */
	public static final List<Entry> SERVICE = entries(DefaultMenus.of(AccountKind.SERVICE).buttons());

	private static final Actor DEMO = Actor.system("demo");

	private static final Logger logger = LoggerFactory.getLogger(DemoMenus.class);

	private final MenuVersions versions;

	private final Publications publications;

	private final MenuPlans plans;

	private final Clock clock;

	DemoMenus(MenuVersions versions, Publications publications, MenuPlans plans, Clock clock) {
		this.versions = versions;
		this.publications = publications;
		this.plans = plans;
		this.clock = clock;
	}

	/** Publishes the menu of each account that has none yet; what an editor did stays. */
	public void publish(WeChatAccounts accounts) {
		for (WeChatAccount account : accounts.all()) {
			if (this.versions.latest(account.appId()).isEmpty()) {
				publish(this.versions.saveDefault(DEMO, account.appId()));
			}
		}
	}

	/** A platform that is not there yet gets it as soon as it is. */
	private void publish(MenuVersion version) {
		try {
			if (this.publications.publish(DEMO, version.id()).state() != Publication.State.SENT) {
				this.plans.plan(DEMO, version.id(), this.clock.instant());
			}
		}
		catch (Refusal ex) {
			logger.warn("the menu of {} is not published: {}", version.appId(), ex.code());
		}
	}

	private static List<Entry> entries(List<MenuButton> buttons) {
		return buttons.stream()
			.map((button) -> new Entry(button.name(), button.value(), entries(button.entries())))
			.toList();
	}

	/** One entry; {@code key} is empty when it only opens its entries. */
	public record Entry(String name, String key, List<Entry> entries) {
	}

}
