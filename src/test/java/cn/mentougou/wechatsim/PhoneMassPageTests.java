package cn.mentougou.wechatsim;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import cn.mentougou.browser.Browser;
import cn.mentougou.wechatsim.mass.MassJob;
import cn.mentougou.wechatsim.mass.Newsroom;

import static org.assertj.core.api.Assertions.assertThat;

/** Mass sends on the phone page: their cards, their articles, and the administrator. */
@Tag("engine")
class PhoneMassPageTests {

	private static final String APP = Newsroom.SUBSCRIPTION.appId();

	private static Browser browser;

	private Newsroom room;

	@AfterAll
	static void close() {
		if (browser != null) {
			browser.close();
		}
	}

	@BeforeEach
	void start() {
		browser = (browser != null) ? browser : Browser.open();
		room = new Newsroom();
		browser.sized(1440, 900).visit(room.sim().controlUrl()).complaints();
		browser.click(".people__one").click(".row", "订阅号").click("[data-key=follow]").find(".notice", "已关注");
	}

	@AfterEach
	void stop() {
		if (room != null) {
			room.close();
		}
	}

	@Test
	void cardsOfASendLeadToTheirArticles() {
		room.sendAll(APP, room.draft(APP, "今日教育新闻", "第二篇", "第三篇", "第四篇", "第五篇", "第六篇", "第七篇", "第八篇"), "k1");
		room.settle();
		assertThat(browser.find(".news__one--first", "今日教育新闻").isDisplayed()).isTrue();
		assertThat(browser.count(".news__one")).isEqualTo(8);
		browser.find(".msg__via", "群发");
		assertThat(browser.barriers()).isEmpty();
		browser.screenshot("phone-mass");
		String address = browser.find(".news__one", "第八篇").getAttribute("href");
		browser.visit(address).find("#activity-name", "第八篇");
		assertThat(browser.barriers()).isEmpty();
		browser.screenshot("phone-article");
		assertThat(room.sim()
			.readings()
			.of(room.mass().posts().of(APP).get(0), 8, java.time.LocalDate.of(2026, 4, 20))
			.readUser()).isOne();
	}

	@Test
	void administratorAllowsASendThatWaits() {
		room.mass().settings(APP, room.mass().settings(APP).withProtect(true));
		room.sendAll(APP, room.draft(APP, "今日教育新闻"), "k1");
		browser.click("[data-key=action]").click("[data-key=masses]").find(".sheet__note", "等管理员确认");
		browser.screenshot("phone-mass-list");
		browser.click(".weui-actionsheet__cell", "今日教育新闻").click(".weui-actionsheet__cell", "确认群发");
		browser.until("sending", () -> room.mass().masses(APP).get(0).state() == MassJob.State.SENDING);
		assertThat(browser.complaints()).isEmpty();
	}

}
