package cn.mentougou.wechatsim.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TemplateApiTests {

	private static final String SEND = "/cgi-bin/message/template/send";

	private static final String DONE = "TEMPLATESENDJOBFINISH";

	private final WebhookStub webhook = new WebhookStub();

	private final SimAccount account = SimAccount.service("wx00000000000000f1")
		.withMode(SimAccount.Mode.PLAIN)
		.withWebhookUrl(webhook.url());

	private final SimAccount subscription = SimAccount.subscription("wx00000000000000d1");

	private final WeChatSimulator sim = WeChatSimulator.start(SimulatorSettings.defaults()
		.port(0)
		.platformPort(0)
		.clock(Clock.fixed(Instant.parse("2026-04-20T00:00:00Z"), ZoneOffset.UTC))
		.account(account)
		.account(subscription));

	private final Caller platform = new Caller(sim.platformUrl());

	private final SimTemplate template = sim.notices().adopt(account.appId(), "43219");

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
	void messageBecomesACardAndItsResultIsPushed() {
		JsonNode answer = send("");
		assertThat(answer.path("errcode").asInt(-9)).isZero();
		await().until(() -> !statuses().isEmpty());
		assertThat(statuses()).containsExactly("success");
		assertThat(webhook.received().get(1).body()).contains("<MsgID>" + answer.path("msgid").asLong() + "</MsgID>");
		assertThat(cards()).singleElement().satisfies((card) -> {
			assertThat(card.title()).isEqualTo("入学登记结果通知");
			assertThat(card.rows()).contains(new Bubble.Row("登记结果", "已通过"));
		});
	}

	@Test
	void sameKeyWithinTenMinutesIsTheSameMessage() {
		long first = send("k1").path("msgid").asLong();
		sim.clock().advance(Duration.ofMinutes(9));
		assertThat(send("k1").path("msgid").asLong()).isEqualTo(first);
		assertThat(send("k2").path("msgid").asLong()).isNotEqualTo(first);
		sim.clock().advance(Duration.ofMinutes(1));
		assertThat(send("k1").path("msgid").asLong()).isNotEqualTo(first);
		await().untilAsserted(() -> assertThat(cards()).hasSize(3));
		assertThat(statuses()).hasSize(3);
	}

	@Test
	void fieldThatBreaksItsLimitIsNamed() {
		JsonNode answer = platform.post(url(SEND), body("", "这一句话说得实在太长了一些不能放进词组里"));
		assertThat(answer.path("errcode").asInt()).isEqualTo(47003);
		assertThat(answer.path("errmsg").asString()).startsWith("argument invalid! data.phrase2.value invalid");
		assertThat(platform.code(url(SEND), body("", ""))).isEqualTo(47003);
	}

	@Test
	void receiverMustBeAFollowerOfThisAccount() {
		mum.unfollow(account.appId());
		assertThat(send("").path("errcode").asInt()).isEqualTo(43004);
		assertThat(platform.code(url(SEND), "{\"touser\":\"nobody\",\"template_id\":\"x\"}")).isEqualTo(40003);
	}

	@Test
	void unknownTemplateAndWrongAccountAreRefused() {
		assertThat(platform.code(url(SEND), body("", "已通过").replace(template.id(), "x"))).isEqualTo(40037);
		assertThat(platform.code(SEND + "?access_token=" + platform.token(subscription), "{}")).isEqualTo(48001);
	}

	@Test
	void dayHasALimit() {
		sim.counters().limit(account.appId(), SEND, 1);
		assertThat(send("").path("errcode").asInt(-9)).isZero();
		assertThat(send("").path("errcode").asInt()).isEqualTo(45009);
		sim.clock().advance(Duration.ofDays(1));
		assertThat(send("").path("errcode").asInt(-9)).isZero();
	}

	@Test
	void personWhoRefusesMessagesIsToldOfLater() {
		mum.refusesMessages(account.appId(), true);
		assertThat(send("").path("errcode").asInt(-9)).isZero();
		await().untilAsserted(() -> assertThat(statuses()).containsExactly("failed:user block"));
		assertThat(cards()).isEmpty();
	}

	@Test
	void failureOfThePlatformCanBeOrdered() {
		sim.faults().add(Fault.of(FaultAction.JOB_FAILED).onPath(DONE).times(1));
		assertThat(send("").path("errcode").asInt(-9)).isZero();
		await().untilAsserted(() -> assertThat(statuses()).containsExactly("failed: system failed"));
		assertThat(cards()).isEmpty();
	}

	@Test
	void eventCanBeLostOrDoubled() {
		sim.faults().add(Fault.of(FaultAction.LOST_EVENT).onPath(DONE).times(1));
		send("");
		await().untilAsserted(() -> assertThat(cards()).hasSize(1));
		sim.faults().clear();
		sim.faults().add(Fault.of(FaultAction.DUPLICATE_PUSH).onPath(DONE).times(1));
		send("");
		await().untilAsserted(() -> assertThat(statuses()).containsExactly("success", "success"));
	}

	@Test
	void templatesAreAddedListedAndRemoved() {
		String short43216 = "{\"template_id_short\":\"43216\",\"keyword_name_list\":[\"班级名称\",\"通知标题\"]}";
		JsonNode added = platform.post(url("/cgi-bin/template/api_add_template"), short43216);
		String id = added.path("template_id").asString();
		assertThat(id).hasSize(43);
		JsonNode list = platform.get(url("/cgi-bin/template/get_all_private_template")).path("template_list");
		assertThat(list).hasSize(2);
		assertThat(list.get(1).path("content").asString()).isEqualTo("班级名称：{{thing1.DATA}}\n通知标题：{{thing2.DATA}}\n");
		String removal = "{\"template_id\":\"" + id + "\"}";
		assertThat(platform.code(url("/cgi-bin/template/del_private_template"), removal)).isZero();
		assertThat(platform.code(url("/cgi-bin/template/del_private_template"), removal)).isEqualTo(40037);
		for (int i = 0; i < 24; i++) {
			assertThat(platform.code(url("/cgi-bin/template/api_add_template"), short43216)).isZero();
		}
		assertThat(platform.code(url("/cgi-bin/template/api_add_template"), short43216)).isEqualTo(45026);
	}

	private JsonNode send(String key) {
		return platform.post(url(SEND), body(key, "已通过"));
	}

	private String body(String key, String result) {
		return """
				{"touser":"%s","template_id":"%s","url":"https://h5.example.cn/","client_msg_id":"%s","data":{
				"character_string1":{"value":"RX-1"},"phrase2":{"value":"%s"},"thing3":{"value":"大峪第一小学"}}}"""
			.formatted(mum.openId(account.appId()), template.id(), key, result);
	}

	private List<String> statuses() {
		return webhook.received()
			.stream()
			.filter((request) -> request.body().contains(DONE))
			.map((request) -> request.body().replaceAll(".*<Status><!\\[CDATA\\[(.*?)]].*", "$1"))
			.toList();
	}

	private List<Bubble> cards() {
		return mum.phone(account.appId()).stream().filter((bubble) -> bubble.kind() == Bubble.Kind.CARD).toList();
	}

	private String url(String path) {
		return path + "?access_token=" + platform.token(account);
	}

}
