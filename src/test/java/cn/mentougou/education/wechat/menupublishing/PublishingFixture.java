package cn.mentougou.education.wechat.menupublishing;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.menu.ButtonKind;
import cn.mentougou.education.wechat.menu.Checks;
import cn.mentougou.education.wechat.menu.MenuButton;
import cn.mentougou.education.wechat.menu.MenuChecks;
import cn.mentougou.education.wechat.menu.MenuSet;
import cn.mentougou.education.wechat.token.Accounts;
import cn.mentougou.education.wechat.token.TestTokens;
import cn.mentougou.education.wechat.token.WxMpClients;

/** The desks on the real database with a platform that says what a test wants. */
@DeskTest
@Import({ MenuVersions.class, MenuPlans.class, WxMpMenus.class, PublishingConfiguration.class,
		PublishingFixture.Platform.class })
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class PublishingFixture {

	static final String APP_ID = Accounts.APP_ID;

	static final Actor EDITOR = new Actor(Actor.Kind.STAFF, 7, "编辑", List.of(), "203.0.113.7");

	@Autowired
	MenuPlatform platform;

	@Autowired
	MenuVersions versions;

	@Autowired
	Publications publications;

	@Autowired
	MenuPlans plans;

	@Autowired
	PublishingWork work;

	@Autowired
	PublicationMapper mapper;

	@Autowired
	MovableClock clock;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	@AfterEach
	void nothingIsThere() {
		this.platform.begin();
		List.of("menu_plan", "menu_publication", "menu_version")
			.forEach((table) -> this.jdbc.sql("DELETE FROM " + table).update());
	}

	static MenuSet menu(String name) {
		return MenuSet.of(List.of(MenuButton.of(name, ButtonKind.CLICK, "NEWS")));
	}

	static MenuSet menu(String name, String... tags) {
		return new MenuSet(menu(name).buttons(),
				List.of(tags)
					.stream()
					.map((tag) -> new MenuSet.Conditional(new MenuSet.Audience(tag, ""), menu("给" + tag).buttons()))
					.toList());
	}

	MenuVersion saved(MenuSet set) {
		long based = this.versions.latest(APP_ID).map(MenuVersion::id).orElse(0L);
		return this.versions.save(EDITOR, APP_ID, set, "", based);
	}

	/** The accounts, what menus may lead to, and the platform. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Platform {

		@Bean
		MenuPlatform menuPlatform() {
			return new MenuPlatform();
		}

		@Bean
		WeChatAccounts accounts() {
			return Accounts.all();
		}

		@Bean
		WxMpClients clients(MenuPlatform platform) {
			return new TestTokens().clients(platform.http.url());
		}

		@Bean
		MenuChecks checks() {
			return Checks.knowing("NEWS");
		}

	}

}
