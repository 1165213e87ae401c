package cn.mentougou.wechatsim.conformance;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

/** Templates, notices, files and customer-service messages with the unchanged SDK. */
class SendingSdkTests {

	private final SimAccount account = SimAccount.service("wx00000000000000f1");

	private final WeChatSimulator sim = WeChatSimulator
		.start(SimulatorSettings.defaults().port(0).platformPort(0).account(account));

	private final Map<String, String> fields = new HashMap<>(SdkLoader.fields(account));

	private SimPerson mum;

	@BeforeEach
	void follow() {
		mum = sim.person("王女士");
		mum.follow(account.appId());
		mum.text(account.appId(), "在吗");
		fields.put("notice", sim.notices().adopt(account.appId(), "52301").id());
		mum.acceptNotices(account.appId(), fields.get("notice"));
	}

	@AfterEach
	void stop() {
		sim.close();
	}

	@Test
	void everythingSentIsUnderstood() throws Exception {
		assertGood(new SdkSending(sim.platformUrl(), fields, mum.openId(account.appId())).call());
	}

	@Test
	@Tag("conformance")
	void nextVersionOfTheSdkIsUnderstoodToo() throws Exception {
		assertGood(SdkLoader.run(SdkSending.class, sim.platformUrl(), fields, mum.openId(account.appId())));
	}

	private static void assertGood(Map<String, Object> answers) {
		assertThat(answers).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
				Map.entry("template", "登记编号：{{character_string1.DATA}}\n登记结果：{{phrase2.DATA}}\n"),
				Map.entry("same key, same message", true), Map.entry("field", 47003),
				Map.entry("template removed", true), Map.entry("category", 289), Map.entry("titles", 4),
				Map.entry("rule", "date"), Map.entry("own", "招生阶段:{{thing1.DATA}}\n开始日期:{{date2.DATA}}\n"),
				Map.entry("own removed", true), Map.entry("notice", true), Map.entry("no consent left", 43101),
				Map.entry("same bytes", true), Map.entry("unknown media", 40007), Map.entry("article picture", true),
				Map.entry("count", 1), Map.entry("listed", true), Map.entry("deleted", true), Map.entry("gone", 40007),
				Map.entry("customer service", 5), Map.entry("wrong kind", 40007)));
	}

}
