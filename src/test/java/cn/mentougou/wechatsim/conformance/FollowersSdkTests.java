package cn.mentougou.wechatsim.conformance;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.qr.QrPicture;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

/** Followers, menus and codes with the unchanged SDK. */
class FollowersSdkTests {

	private final SimAccount account = SimAccount.service("wx00000000000000f1");

	private final WeChatSimulator sim = WeChatSimulator
		.start(SimulatorSettings.defaults().port(0).platformPort(0).account(account));

	private SimPerson mum;

	@BeforeEach
	void follow() {
		mum = sim.person("王女士");
		mum.follow(account.appId());
	}

	@AfterEach
	void stop() {
		sim.close();
	}

	@Test
	void everythingAboutFollowersIsUnderstood() throws Exception {
		assertFollowers(new SdkFollowers(sim.platformUrl(), SdkLoader.fields(account), openId()).call());
	}

	@Test
	void menusAndCodesAreUnderstood() throws Exception {
		assertMenus(new SdkMenus(sim.platformUrl(), SdkLoader.fields(account), openId()).call());
	}

	@Test
	@Tag("conformance")
	void nextVersionOfTheSdkIsUnderstoodToo() throws Exception {
		Map<String, String> fields = SdkLoader.fields(account);
		assertFollowers(SdkLoader.run(SdkFollowers.class, sim.platformUrl(), fields, openId()));
		assertMenus(SdkLoader.run(SdkMenus.class, sim.platformUrl(), fields, openId()));
	}

	private String openId() {
		return mum.openId(account.appId());
	}

	private void assertFollowers(Map<String, Object> answers) {
		assertThat(answers).containsExactlyInAnyOrderEntriesOf(
				Map.ofEntries(Map.entry("tagged", true), Map.entry("tags of the person", true),
						Map.entry("counted", List.of(1)), Map.entry("people of the tag", true),
						Map.entry("remark", "小雨妈妈"), Map.entry("tags in the profile", true), Map.entry("renamed", true),
						Map.entry("untagged", true), Map.entry("deleted", true),
						Map.entry("refusals", List.of(45157, 45158, 45058, 45159, 40032, 40003, 40003)),
						Map.entry("blacklisted", List.of(openId())), Map.entry("taken off", 0)));
	}

	private void assertMenus(Map<String, Object> answers) {
		assertThat(answers).containsEntry("no menu yet", true)
			.containsEntry("key", "MY_CLASS")
			.containsEntry("url", "https://h5.example.cn/guide")
			.containsEntry("open", 1)
			.containsEntry("current", "公开指南")
			.containsEntry("refusals of menus", List.of(40018, 40055, 65301))
			.containsEntry("before the tag", "MY_CLASS")
			.containsEntry("with the tag", "TEACHER")
			.containsEntry("rule", "2")
			.containsEntry("without the menu", "MY_CLASS")
			.containsEntry("deleted", true)
			.containsEntry("life", 2_592_000)
			.containsEntry("number", true)
			.containsEntry("same code again", true)
			.containsEntry("short life", 30)
			.containsEntry("too long", 40053);
		assertThat(QrPicture.read((byte[]) answers.get("picture"))).contains((String) answers.get("content"));
		mum.scanCode((String) answers.get("address"));
		assertThat(sim.pushLog()).last().satisfies((push) -> assertThat(push.draft().clearXml()).contains("CLASS_7"));
	}

}
