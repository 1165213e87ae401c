package cn.mentougou.education.demo;

import java.time.Clock;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.MissingNode;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.journey.Journey;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.menu.DefaultMenus;
import cn.mentougou.education.wechat.menu.MenuButton;
import cn.mentougou.education.wechat.menupublishing.MenuPlans;
import cn.mentougou.education.wechat.menupublishing.MenuVersions;
import cn.mentougou.education.wechat.menupublishing.Publications;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;

@Journey
class DemoMenusTests {

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private MenuVersions versions;

	@Autowired
	private Publications publications;

	/** The simulator is shared with other journeys, which know no menu. */
	@AfterEach
	void clear() {
		this.simulator.menus().restore(MissingNode.getInstance());
	}

	@Test
	void firstStartPublishesTheDefaultMenusOnceAndEveryEntryAnswers(@Autowired MenuPlans plans,
			@Autowired WeChatAccounts accounts, @Autowired Clock clock) {
		DemoMenus menus = new DemoMenus(this.versions, this.publications, plans, clock);
		menus.publish(accounts);
		int published = this.publications.latest(EngineProperties.SUBSCRIPTION, 50).size();
		menus.publish(accounts);
		assertThat(this.publications.latest(EngineProperties.SUBSCRIPTION, 50)).hasSize(published);
		// Another journey may have saved menus of its own before.
		republish(EngineProperties.SUBSCRIPTION);
		republish(EngineProperties.SERVICE);
		assertThat(bar(EngineProperties.SUBSCRIPTION, AccountKind.SUBSCRIPTION)).containsExactly("教育新闻", "信息公开",
				"找服务号");
		assertThat(bar(EngineProperties.SERVICE, AccountKind.SERVICE)).containsExactly("我的班级", "信息公开", "咨询");
	}

	private void republish(String appId) {
		this.publications.publish(Actor.system("test"), this.versions.saveDefault(Actor.system("test"), appId).id());
	}

	/** Taps everything and comes back with what the bar shows. */
	private List<String> bar(String appId, AccountKind kind) {
		SimPerson person = this.simulator.person("赵先生");
		person.follow(appId).await();
		List<String> names = person.enterAfresh(appId).buttons().stream().map((button) -> button.name()).toList();
		for (MenuButton leaf : DefaultMenus.of(kind).leaves()) {
			person.menu(appId, leaf.value()).await();
			List<Bubble> bubbles = person.phone(appId);
			assertThat(bubbles.get(bubbles.size() - 1)).as(leaf.name()).satisfies((bubble) -> {
				assertThat(bubble.side()).isEqualTo(Bubble.Side.ACCOUNT);
				assertThat(bubble.text()).isNotBlank().doesNotContain("正在更新");
			});
		}
		return names;
	}

}
