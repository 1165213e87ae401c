package cn.mentougou.wechatsim.conformance;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.web.SimWeb;
import cn.mentougou.wechatsim.web.WebDesk;
import cn.mentougou.wechatsim.web.WebSettings;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

/** Web authorisation and signed pages with the unchanged SDK. */
class WebSdkTests {

	private final SimAccount account = SimAccount.service("wx00000000000000f1").withOpenPlatformId("open1");

	private final WeChatSimulator sim = WeChatSimulator
		.start(SimulatorSettings.defaults().port(0).platformPort(0).account(account));

	private final SimPerson mum = sim.person("王女士");

	private final WebDesk desk = new WebDesk(sim, account.appId());

	@AfterEach
	void stop() {
		sim.close();
	}

	@Test
	void peopleAreKnownAndPagesSigned() throws Exception {
		assertGood(new SdkWeb(sim.platformUrl(), SdkLoader.fields(account), codes()).call());
	}

	@Test
	@Tag("conformance")
	void nextVersionOfTheSdkIsUnderstoodToo() throws Exception {
		assertGood(SdkLoader.run(SdkWeb.class, sim.platformUrl(), SdkLoader.fields(account), codes()));
	}

	private String codes() {
		sim.web().settings(account.appId(), WebSettings.of("localhost:8080"));
		return desk.code(mum, "snsapi_base", "allow") + "," + desk.code(mum, "snsapi_userinfo", "allow") + ","
				+ desk.code(mum, "snsapi_userinfo", "snapshot");
	}

	private void assertGood(Map<String, Object> answers) {
		assertThat(answers).containsEntry("openid", mum.openId(account.appId()))
			.containsEntry("scope", "snsapi_base")
			.containsEntry("snapshot", false)
			.containsEntry("used twice", 40163)
			.containsEntry("never issued", 40029)
			.containsEntry("name of a silent grant", 48001)
			.containsEntry("valid", true)
			.containsEntry("refreshed", mum.openId(account.appId()))
			.containsEntry("refreshed with nonsense", 40030)
			.containsEntry("nickname", "王女士")
			.containsEntry("is a snapshot", 1)
			.containsEntry("made up", true)
			.containsEntry("same ticket", true);
		assertThat(answers.get("unionid")).asString().hasSize(28);
		assertThat((String) answers.get("address")).startsWith(sim.platformUrl() + "/connect/oauth2/authorize?appid=");
		String signature = (String) answers.get("signature");
		SimWeb.SignedPage page = new SimWeb.SignedPage(account.appId(), SdkWeb.PAGE + "#top",
				(String) answers.get("timestamp"), (String) answers.get("nonce"), signature);
		assertThat(sim.web().complaint(page)).isEmpty();
		assertThat(sim.web()
			.complaint(new SimWeb.SignedPage(account.appId(), SdkWeb.PAGE + "&more", page.timestamp(), page.nonce(),
					signature)))
			.contains("config:invalid signature");
		assertThat(sim.web()
			.complaint(new SimWeb.SignedPage(account.appId(), "http://elsewhere/h5", page.timestamp(), page.nonce(),
					signature)))
			.contains("config:invalid url domain");
	}

}
