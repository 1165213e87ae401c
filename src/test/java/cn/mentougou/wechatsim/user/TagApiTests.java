package cn.mentougou.wechatsim.user;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

class TagApiTests {

	private final SimAccount account = SimAccount.service("wx00000000000000f1");

	private final SimAccount subscription = SimAccount.subscription("wx00000000000000d1");

	private final WeChatSimulator sim = WeChatSimulator
		.start(SimulatorSettings.defaults().port(0).platformPort(0).account(account).account(subscription));

	private final Caller platform = new Caller(sim.platformUrl());

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
	void tagIsGivenCountedAndTakenAway() {
		int tag = create("一年级");
		assertThat(tag).isGreaterThanOrEqualTo(100);
		assertThat(tagging("batchtagging", tag, openId())).isZero();
		assertThat(tags()).containsExactly("星标组 0", "一年级 1");
		assertThat(profile().path("groupid").asInt()).isEqualTo(tag);
		JsonNode ids = platform.post(url("tags/getidlist"), "{\"openid\":\"" + openId() + "\"}");
		assertThat(ids.path("tagid_list").toString()).isEqualTo("[" + tag + "]");
		JsonNode members = platform.post(url("user/tag/get"), "{\"tagid\":" + tag + ",\"next_openid\":\"\"}");
		assertThat(members.at("/data/openid/0").asString()).isEqualTo(openId());
		assertThat(members.has("total")).isFalse();
		assertThat(tagging("batchuntagging", tag, openId())).isZero();
		assertThat(tags()).containsExactly("星标组 0", "一年级 0");
	}

	@Test
	void namesAreUniqueAndThirtyBytesLong() {
		create("一年级");
		assertThat(code("tags/create", tag("一年级"))).isEqualTo(45157);
		assertThat(code("tags/create", tag(" "))).isEqualTo(45157);
		assertThat(code("tags/create", tag("字".repeat(11)))).isEqualTo(45158);
		assertThat(code("tags/create", tag("字".repeat(10)))).isZero();
		assertThat(code("tags/create", "{\"tag\":{\"name\":5}}")).isEqualTo(47001);
	}

	@Test
	void accountHasAtMostAHundredTags() {
		IntStream.range(0, 100).forEach((number) -> create("标签" + number));
		assertThat(code("tags/create", tag("再来一个"))).isEqualTo(45056);
	}

	@Test
	void tagsOfThePlatformStayAsTheyAre() {
		assertThat(code("tags/update", "{\"tag\":{\"id\":2,\"name\":\"别的\"}}")).isEqualTo(45058);
		assertThat(code("tags/delete", "{\"tag\":{\"id\":2}}")).isEqualTo(45058);
		assertThat(code("tags/delete", "{\"tag\":{\"id\":999}}")).isEqualTo(45159);
		int tag = create("一年级");
		assertThat(code("tags/update", "{\"tag\":{\"id\":" + tag + ",\"name\":\"二年级\"}}")).isZero();
		assertThat(tags()).contains("二年级 0");
	}

	@Test
	void deletedTagIsGoneFromPeople() {
		int tag = create("一年级");
		tagging("batchtagging", tag, openId());
		assertThat(code("tags/delete", "{\"tag\":{\"id\":" + tag + "}}")).isZero();
		assertThat(mum.relation(account.appId()).tagIds()).isEmpty();
		assertThat(tagging("batchtagging", tag, openId())).isEqualTo(45159);
	}

	@Test
	void tagOfMoreThanAHundredThousandPeopleIsNotDeleted() {
		int tag = create("全区");
		sim.crowd(account.appId(), 100_000);
		sim.followers().changeAll(account.appId(), (follower) -> follower.withTagIds(List.of(tag)));
		assertThat(code("tags/delete", "{\"tag\":{\"id\":" + tag + "}}")).isEqualTo(45057);
	}

	@Test
	void listOfOpenidsIsChecked() {
		int tag = create("一年级");
		String stranger = sim.person("路人").openId(account.appId());
		mum.follow(subscription.appId());
		assertThat(tagging("batchtagging", tag)).isEqualTo(40032);
		assertThat(tagging("batchtagging", tag, Collections.nCopies(51, openId()).toArray(String[]::new)))
			.isEqualTo(40032);
		assertThat(tagging("batchtagging", tag, openId(), stranger)).isEqualTo(40003);
		assertThat(tagging("batchtagging", tag, mum.openId(subscription.appId()))).isEqualTo(49003);
		assertThat(mum.relation(account.appId()).tagIds()).isEmpty();
	}

	@Test
	void personHasAtMostTwentyTags() {
		for (int i = 0; i < 20; i++) {
			assertThat(tagging("batchtagging", create("标签" + i), openId())).isZero();
		}
		assertThat(tagging("batchtagging", create("第二十一个"), openId())).isEqualTo(45059);
	}

	@Test
	void unfollowTakesTagsAndRemarkAndTheOpenidStays() {
		String before = openId();
		tagging("batchtagging", create("一年级"), openId());
		assertThat(code("user/info/updateremark", remark("三班小雨妈妈"))).isZero();
		assertThat(profile().path("remark").asString()).isEqualTo("三班小雨妈妈");
		mum.unfollow(account.appId());
		mum.follow(account.appId());
		assertThat(openId()).isEqualTo(before);
		assertThat(profile().path("remark").asString()).isEmpty();
		assertThat(profile().path("tagid_list")).isEmpty();
	}

	@Test
	void remarkHasFewerThanThirtyCharacters() {
		assertThat(code("user/info/updateremark", remark("字".repeat(29)))).isZero();
		assertThat(code("user/info/updateremark", remark("字".repeat(30)))).isEqualTo(40097);
		assertThat(code("user/info/updateremark", "{\"openid\":\"oNobody\",\"remark\":\"\"}")).isEqualTo(40003);
	}

	private int create(String name) {
		return platform.post(url("tags/create"), tag(name)).at("/tag/id").asInt();
	}

	private List<String> tags() {
		return platform.get(url("tags/get"))
			.path("tags")
			.valueStream()
			.map((tag) -> tag.path("name").asString() + " " + tag.path("count").asInt())
			.toList();
	}

	private int tagging(String command, int tag, String... openIds) {
		String list = (openIds.length == 0) ? "" : "\"" + String.join("\",\"", openIds) + "\"";
		return code("tags/members/" + command, "{\"openid_list\":[" + list + "],\"tagid\":" + tag + "}");
	}

	private JsonNode profile() {
		return platform.get(url("user/info") + "&openid=" + openId());
	}

	private int code(String command, String body) {
		return platform.code(url(command), body);
	}

	private String url(String command) {
		return "/cgi-bin/" + command + "?access_token=" + platform.token(account);
	}

	private String openId() {
		return mum.openId(account.appId());
	}

	private String remark(String words) {
		return "{\"openid\":\"" + openId() + "\",\"remark\":\"" + words + "\"}";
	}

	private static String tag(String name) {
		return "{\"tag\":{\"name\":\"" + name + "\"}}";
	}

}
