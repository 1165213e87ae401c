package cn.mentougou.education.journey;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.browser.Browser;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.demo.DemoMenus;
import cn.mentougou.education.demo.DemoReplies;
import cn.mentougou.education.journey.JourneyHandlers.Gate;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.reply.ReplyRules;
import cn.mentougou.testrun.DemoAccount;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

/** What a newcomer does first, in a browser; the README's pictures are taken here. */
@Journey
class PhonePageJourneyTests {

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private Gate gate;

	private Browser browser;

	@BeforeEach
	void open(@Autowired ReplyRules rules, @Autowired WeChatAccounts accounts) {
		this.browser = Browser.open();
		DemoReplies.seed(rules, accounts);
		name(EngineProperties.SERVICE, "门头沟教育服务", DemoMenus.SERVICE);
		name(EngineProperties.SUBSCRIPTION, "门头沟教育", DemoMenus.SUBSCRIPTION);
		this.simulator.person("王女士");
		this.browser.sized(1440, 900).visit(this.simulator.controlUrl());
	}

	/** The simulator is shared with other journeys, which know no menu. */
	@AfterEach
	void close() {
		name(EngineProperties.SERVICE, "服务号", List.of());
		name(EngineProperties.SUBSCRIPTION, "订阅号", List.of());
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void aNewcomerFollowsBothAccountsWritesAndIsAnswered() {
		this.browser.click(".people__one", "王女士");
		follow("门头沟教育服务");
		write("招生");
		this.browser.find(".msg:not(.msg--me) .bubble", "入学");
		write("这句话没有人准备过");
		this.browser.find(".msg:not(.msg--me) .bubble", "工作人员");
		this.browser.screenshot("readme-answer");
		this.gate.close();
		write(JourneyHandlers.GATED);
		this.browser.find(".push", "收到，不回复");
		this.gate.open();
		this.browser.find(".msg:not(.msg--me) .bubble", "等到了");
		this.browser.screenshot("readme-late");
		write(JourneyHandlers.FAIL);
		this.browser.find(".msg:not(.msg--me) .bubble", "已经收到");
		assertThat(this.browser.count(".notice--fault")).isZero();
		assertThat(this.browser.complaints()).isEmpty();
	}

	private void follow(String account) {
		this.browser.click(".row", account).click("[data-key=follow]");
		this.browser.find(".msg:not(.msg--me) .bubble");
	}

	private void write(String text) {
		this.browser.find(".menubar, .composer__text");
		if (this.browser.count(".menubar") > 0) {
			this.browser.click(".composer__turn");
		}
		this.browser.type(".composer__text", text + Keys.ENTER);
	}

	private void name(String appId, String name, List<DemoMenus.Entry> menu) {
		SimAccount account = this.simulator.accounts()
			.stream()
			.filter((one) -> one.appId().equals(appId))
			.findFirst()
			.orElseThrow();
		this.simulator.account(account.withName(name).withMenu(DemoAccount.buttons(menu)));
	}

}
