package cn.mentougou.wechatsim.user;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

class UserApiTests {

	private final SimAccount account = SimAccount.service("wx00000000000000f1").withOpenPlatformId("op1");

	private final SimAccount subscription = SimAccount.subscription("wx00000000000000d1").withOpenPlatformId("op1");

	private final WeChatSimulator sim = WeChatSimulator
		.start(SimulatorSettings.defaults().port(0).platformPort(0).account(account).account(subscription));

	private final Caller platform = new Caller(sim.platformUrl());

	@AfterEach
	void stop() {
		sim.close();
	}

	@Test
	void profileSaysNothingOfNameAndPicture() {
		SimPerson mum = sim.person("王女士");
		mum.scan(account.appId(), "TEACHER_42");
		JsonNode profile = info(account, mum.openId(account.appId()));
		assertThat(profile.path("subscribe").asInt()).isEqualTo(1);
		assertThat(profile.path("nickname").asString("?")).isEmpty();
		assertThat(profile.path("qr_scene_str").asString()).isEqualTo("TEACHER_42");
		assertThat(profile.path("subscribe_scene").asString()).isEqualTo("ADD_SCENE_QR_CODE");
		assertThat(profile.has("errcode")).isFalse();
	}

	@Test
	void personHasOneUnionidAndAnOpenidForEachAccount() {
		SimPerson mum = sim.person("王女士");
		mum.follow(account.appId());
		mum.follow(subscription.appId());
		JsonNode one = info(account, mum.openId(account.appId()));
		JsonNode other = info(subscription, mum.openId(subscription.appId()));
		assertThat(one.path("openid").asString()).hasSize(28).isNotEqualTo(other.path("openid").asString());
		assertThat(one.path("unionid").asString()).hasSize(28).isEqualTo(other.path("unionid").asString());
	}

	@Test
	void whoUnfollowedIsKnownByOpenidOnly() {
		SimPerson mum = sim.person("王女士");
		mum.follow(account.appId());
		mum.unfollow(account.appId());
		JsonNode profile = info(account, mum.openId(account.appId()));
		assertThat(profile.propertyNames()).containsExactly("subscribe", "openid");
		assertThat(info(account, "oNobody").path("errcode").asInt()).isEqualTo(40003);
	}

	@Test
	void batchHasAtMostAHundred() {
		SimPerson mum = sim.person("王女士");
		mum.follow(account.appId());
		String one = "{\"openid\":\"" + mum.openId(account.appId()) + "\",\"lang\":\"zh_CN\"}";
		String url = "/cgi-bin/user/info/batchget?access_token=" + platform.token(account);
		assertThat(platform.post(url, "{\"user_list\":[" + one + "]}").at("/user_info_list/0/subscribe").asInt())
			.isEqualTo(1);
		assertThat(platform.code(url, "{\"user_list\":[" + (one + ",").repeat(100) + one + "]}")).isEqualTo(40032);
	}

	@Test
	void listOfAHundredThousandFollowersComesInPagesAndEnds() {
		sim.crowd(account.appId(), 100_000);
		long start = System.nanoTime();
		String url = "/cgi-bin/user/get?access_token=" + platform.token(account) + "&next_openid=";
		Set<String> seen = new HashSet<>();
		JsonNode page = platform.get(url);
		int pages = 0;
		while (!page.path("next_openid").asString().isEmpty()) {
			pages++;
			assertThat(page.path("total").asInt()).isEqualTo(100_000);
			page.at("/data/openid").forEach((openId) -> seen.add(openId.asString()));
			page = platform.get(url + page.path("next_openid").asString());
		}
		assertThat(pages).isEqualTo(10);
		assertThat(seen).hasSize(100_000);
		assertThat(page.path("count").asInt(-1)).isZero();
		assertThat(page.has("data")).isFalse();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
	}

	@Test
	void pageGoesOnBehindSomeoneWhoLeftInTheMeantime() {
		List<SimPerson> people = List.of(sim.person("甲"), sim.person("乙"), sim.person("丙"));
		people.forEach((person) -> person.follow(account.appId()));
		people.get(1).unfollow(account.appId());
		String url = "/cgi-bin/user/get?access_token=" + platform.token(account) + "&next_openid=";
		JsonNode page = platform.get(url + people.get(1).openId(account.appId()));
		assertThat(page.at("/data/openid").valueStream().map(JsonNode::asString))
			.containsExactly(people.get(2).openId(account.appId()));
		assertThat(platform.get(url + "oNobody").path("errcode").asInt()).isEqualTo(40003);
	}

	private JsonNode info(SimAccount caller, String openId) {
		return platform
			.get("/cgi-bin/user/info?access_token=" + platform.token(caller) + "&openid=" + openId + "&lang=zh_CN");
	}

}
