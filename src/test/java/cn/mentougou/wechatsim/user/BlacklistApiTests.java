package cn.mentougou.wechatsim.user;

import java.util.Collections;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

class BlacklistApiTests {

	private final WebhookStub webhook = new WebhookStub();

	private final SimAccount account = SimAccount.service("wx00000000000000f1").withWebhookUrl(webhook.url());

	private final WeChatSimulator sim = WeChatSimulator
		.start(SimulatorSettings.defaults().port(0).platformPort(0).account(account));

	private final Caller platform = new Caller(sim.platformUrl());

	private SimPerson mum;

	@BeforeEach
	void follow() {
		mum = sim.person("王女士");
		mum.follow(account.appId()).await();
	}

	@AfterEach
	void stop() {
		sim.close();
		webhook.close();
	}

	@Test
	void whoIsOnTheListIsNotHeard() {
		assertThat(code("batchblacklist", list(1))).isZero();
		mum.text(account.appId(), "听得到吗").await();
		assertThat(webhook.received()).hasSize(1);
		JsonNode listed = platform.post(url("getblacklist"), "{\"begin_openid\":\"\"}");
		assertThat(listed.path("total").asInt()).isEqualTo(1);
		assertThat(listed.at("/data/openid/0").asString()).isEqualTo(mum.openId(account.appId()));
		JsonNode end = platform.post(url("getblacklist"),
				"{\"begin_openid\":\"" + listed.path("next_openid").asString() + "\"}");
		assertThat(end.path("next_openid").asString("?")).isEmpty();
	}

	@Test
	void whoIsTakenOffIsHeardAgain() {
		code("batchblacklist", list(1));
		assertThat(code("batchunblacklist", list(1))).isZero();
		mum.text(account.appId(), "听得到吗").await();
		assertThat(webhook.received()).hasSize(2);
	}

	@Test
	void callTakesTwentyOpenidsAtMost() {
		assertThat(code("batchblacklist", list(20))).isZero();
		assertThat(code("batchblacklist", list(21))).isEqualTo(40032);
		assertThat(code("batchblacklist", "{\"openid_list\":[\"oNobody\"]}")).isEqualTo(40003);
		assertThat(code("batchblacklist", "{\"openid_list\":\"all\"}")).isEqualTo(47001);
	}

	private String list(int size) {
		return "{\"openid_list\":[\"" + String.join("\",\"", Collections.nCopies(size, mum.openId(account.appId())))
				+ "\"]}";
	}

	private int code(String command, String body) {
		return platform.code(url(command), body);
	}

	private String url(String command) {
		return "/cgi-bin/tags/members/" + command + "?access_token=" + platform.token(account);
	}

}
