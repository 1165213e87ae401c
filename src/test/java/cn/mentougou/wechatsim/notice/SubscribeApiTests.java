package cn.mentougou.wechatsim.notice;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class SubscribeApiTests {

	private final WebhookStub webhook = new WebhookStub();

	private final SimAccount account = SimAccount.service("wx00000000000000f1")
		.withMode(SimAccount.Mode.PLAIN)
		.withWebhookUrl(webhook.url());

	private final WeChatSimulator sim = WeChatSimulator
		.start(SimulatorSettings.defaults().port(0).platformPort(0).account(account));

	private final Caller platform = new Caller(sim.platformUrl());

	private final SimTemplate oneTime = sim.notices().adopt(account.appId(), "52301");

	private final SimTemplate longTerm = sim.notices().adopt(account.appId(), "52303");

	private final SimPerson mum = sim.person("王女士");

	@AfterEach
	void stop() {
		sim.close();
		webhook.close();
	}

	@Test
	void everyYesAllowsOneNotice() {
		mum.follow(account.appId()).await();
		assertThat(send(oneTime)).isEqualTo(43101);
		mum.acceptNotices(account.appId(), oneTime.id()).await();
		mum.acceptNotices(account.appId(), oneTime.id()).await();
		mum.rejectNotices(account.appId(), oneTime.id()).await();
		assertThat(new int[] { send(oneTime), send(oneTime), send(oneTime) }).containsExactly(0, 0, 43101);
		await().untilAsserted(() -> assertThat(events("subscribe_msg_sent_event")).hasSize(2));
		assertThat(cards()).hasSize(2);
		assertThat(events("subscribe_msg_popup_event").get(2))
			.contains("<SubscribeMsgPopupEvent><List><TemplateId><![CDATA[" + oneTime.id() + "]]></TemplateId>"
					+ "<SubscribeStatusString><![CDATA[reject]]></SubscribeStatusString><PopupScene>1</PopupScene></List>");
	}

	@Test
	void longTermConsentLastsUntilItIsSwitchedOff() {
		mum.acceptNotices(account.appId(), longTerm.id());
		assertThat(new int[] { send(longTerm), send(longTerm), send(longTerm) }).containsExactly(0, 0, 0);
		mum.switchNoticesOff(account.appId(), longTerm.id()).await();
		assertThat(send(longTerm)).isEqualTo(43101);
		assertThat(events("subscribe_msg_change_event")).singleElement().asString().contains("reject");
	}

	@Test
	void refusedNoticeSpendsNoConsent() {
		mum.acceptNotices(account.appId(), oneTime.id());
		assertThat(platform.code(url("/cgi-bin/message/subscribe/bizsend"), body(oneTime, "第一行\\n第二行")))
			.isEqualTo(47003);
		assertThat(send(oneTime)).isZero();
	}

	@Test
	void unfollowingTakesConsentsAway() {
		mum.follow(account.appId()).await();
		mum.acceptNotices(account.appId(), oneTime.id());
		mum.unfollow(account.appId()).await();
		assertThat(send(oneTime)).isEqualTo(43101);
	}

	@Test
	void popupAsksOnlyForOneKindAndForKnownTemplates() {
		Map<String, Boolean> both = Map.of(oneTime.id(), true, longTerm.id(), true);
		assertThatIllegalArgumentException().isThrownBy(() -> mum.answerPopup(account.appId(), both))
			.withMessageContaining("一次性和长期");
		assertThatIllegalArgumentException().isThrownBy(() -> mum.acceptNotices(account.appId(), "x"));
	}

	@Test
	void consentsAndTemplatesAreSavedAndSetBack() {
		mum.acceptNotices(account.appId(), oneTime.id());
		Caller control = new Caller(sim.controlUrl());
		String snapshot = control.send(control.request("/sim/snapshot")).body();
		assertThat(send(oneTime)).isZero();
		control.post("/sim/restore", snapshot);
		assertThat(send(oneTime)).isZero();
		assertThat(send(oneTime)).isEqualTo(43101);
		sim.reset();
		assertThat(sim.notices().templates(account.appId())).containsExactly(oneTime, longTerm);
	}

	@Test
	void templatesAreChosenFromTheLibrary() {
		JsonNode titles = platform.get(url("/wxaapi/newtmpl/getpubtemplatetitles") + "&ids=289&start=0&limit=1");
		assertThat(titles.path("count").asInt()).isEqualTo(4);
		assertThat(titles.path("data")).hasSize(1);
		assertThat(platform.get(url("/wxaapi/newtmpl/getpubtemplatekeywords") + "&tid=52302").path("data").get(1))
			.isEqualTo(
					Json.MAPPER.readTree("{\"kid\":2,\"name\":\"开始日期\",\"example\":\"2026年5月1日\",\"rule\":\"date\"}"));
		JsonNode added = platform.post(url("/wxaapi/newtmpl/addtemplate"),
				"{\"tid\":\"52302\",\"kidList\":[1,3],\"sceneDesc\":\"招生提醒\"}");
		assertThat(platform.code(url("/wxaapi/newtmpl/addtemplate"), "{\"tid\":\"52302\",\"kidList\":[1]}"))
			.isEqualTo(200014);
		JsonNode list = platform.get(url("/wxaapi/newtmpl/gettemplate")).path("data");
		assertThat(list.get(2).path("content").asString()).isEqualTo("招生阶段:{{thing1.DATA}}\n截止日期:{{date3.DATA}}\n");
		assertThat(list.get(2).path("type").asInt()).isEqualTo(2);
		assertThat(platform.code(url("/wxaapi/newtmpl/deltemplate"),
				Json.write(Map.of("priTmplId", added.path("priTmplId").asString()))))
			.isZero();
	}

	@Test
	void pageOfTheTesterSeesTemplatesAndConsents() {
		Caller control = new Caller(sim.controlUrl());
		control.post("/sim/persons/" + mum.id() + "/notices",
				Json.write(Map.of("appId", account.appId(), "answers", Map.of(oneTime.id(), true))));
		JsonNode templates = control.get("/sim/templates?appId=" + account.appId() + "&personId=" + mum.id())
			.path("templates");
		assertThat(templates.get(0).path("credits").asInt()).isEqualTo(1);
		assertThat(templates.get(0).path("kind").asString()).isEqualTo("one-time");
		assertThat(control
			.exchange("/sim/persons/" + mum.id() + "/notices/off",
					Json.write(Map.of("appId", account.appId(), "templateId", oneTime.id())))
			.statusCode()).isEqualTo(202);
		assertThat(send(oneTime)).isEqualTo(43101);
	}

	private int send(SimTemplate template) {
		return platform.code(url("/cgi-bin/message/subscribe/bizsend"), body(template, null));
	}

	private String body(SimTemplate template, String first) {
		StringBuilder data = new StringBuilder();
		for (SimTemplate.Field field : template.fields()) {
			String value = (first != null && data.isEmpty()) ? first : field.example();
			data.append(data.isEmpty() ? "" : ",").append("\"%s\":{\"value\":\"%s\"}".formatted(field.name(), value));
		}
		return "{\"touser\":\"%s\",\"template_id\":\"%s\",\"page\":\"https://h5.example.cn/\",\"data\":{%s}}"
			.formatted(mum.openId(account.appId()), template.id(), data);
	}

	private List<String> events(String name) {
		return webhook.received()
			.stream()
			.map((request) -> request.body())
			.filter((body) -> body.contains(name))
			.toList();
	}

	private List<Bubble> cards() {
		return mum.phone(account.appId()).stream().filter((bubble) -> bubble.kind() == Bubble.Kind.CARD).toList();
	}

	private String url(String path) {
		return path + "?access_token=" + platform.token(account);
	}

}
