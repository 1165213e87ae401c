package cn.mentougou.wechatsim;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushRecord;
import cn.mentougou.wechatsim.push.Verdict;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WeChatSimulatorTests {

	private static final String APP = "wx00000000000000f1";

	private final HttpClient http = HttpClient.newHttpClient();

	private final WebhookStub webhook = new WebhookStub();

	private WeChatSimulator sim;

	@BeforeEach
	void start() {
		sim = WeChatSimulator.start(SimulatorSettings.defaults()
			.port(0)
			.platformPort(0)
			.seed(42)
			.timeout(Duration.ofMillis(300))
			.account(SimAccount.service(APP).withMode(SimAccount.Mode.PLAIN).withWebhookUrl(webhook.url())));
	}

	@AfterEach
	void stop() {
		sim.close();
		webhook.close();
	}

	@Test
	void messageIsPushedAndItsReplySeenOnThePhone() {
		SimPerson mum = sim.person("王女士");
		assertThat(mum.follow(APP).await().state()).isEqualTo(PushRecord.State.SILENT);
		webhook.answers(reply(mum.openId(APP), "请问孩子在哪个班？"));
		Push push = mum.text(APP, "课表").await();
		assertThat(push.state()).isEqualTo(PushRecord.State.ANSWERED);
		assertThat(push.lastAttempt().verdict()).isEqualTo(Verdict.OK_REPLY);
		assertThat(mum.phone(APP)).extracting(Bubble::text).containsExactly("已关注服务号", "课表", "请问孩子在哪个班？");
		assertThat(webhook.received()).last().satisfies((request) -> {
			assertThat(request.userAgent()).isEqualTo("Mozilla/4.0");
			assertThat(request.contentType()).isEqualTo("text/xml");
			assertThat(request.parameter("openid")).isEqualTo(mum.openId(APP));
		});
	}

	@Test
	void serverThatFailsIsAskedThreeTimesAndThePersonSeesOneFaultLine() {
		webhook.answers((request) -> new WebhookStub.Answer(500, "oops", Duration.ZERO));
		SimPerson mum = sim.person("王女士");
		Push push = mum.follow(APP).await();
		assertThat(push.state()).isEqualTo(PushRecord.State.FAILED);
		assertThat(webhook.received()).hasSize(3)
			.extracting(WebhookStub.Received::body)
			.containsOnly(push.draft().clearXml());
		assertThat(mum.phone(APP)).filteredOn(Bubble::isFault).hasSize(1);
	}

	@Test
	void strangersCannotWrite() {
		SimPerson mum = sim.person("王女士");
		assertThatIllegalArgumentException().isThrownBy(() -> mum.text(APP, "在吗")).withMessage("请先关注服务号");
	}

	@Test
	void customerServiceMessageReachesThePhone() throws Exception {
		SimPerson mum = sim.person("王女士");
		mum.follow(APP).await();
		String token = post(sim.platformUrl() + "/cgi-bin/stable_token", """
				{"grant_type":"client_credential","appid":"%s","secret":"secret-of-%s"}""".formatted(APP, APP))
			.path("access_token")
			.asString();
		JsonNode sent = post(sim.platformUrl() + "/cgi-bin/message/custom/send?access_token=" + token, """
				{"touser":"%s","msgtype":"text","text":{"content":"欢迎"}}""".formatted(mum.openId(APP)));
		assertThat(sent.path("errcode").asInt(-1)).isZero();
		assertThat(mum.phone(APP)).last().satisfies((bubble) -> {
			assertThat(bubble.text()).isEqualTo("欢迎");
			assertThat(bubble.via()).isEqualTo(Bubble.Via.CUSTOMER_SERVICE);
		});
		assertThat(Json.write(sim.apiLog())).doesNotContain(token, "secret-of");
	}

	@Test
	void controlInterfaceDoesWhatThePhonePageNeeds() throws Exception {
		JsonNode person = post(sim.controlUrl() + "/sim/persons", "{\"nickname\":\"李先生\"}");
		String id = person.path("id").asString();
		JsonNode push = post(sim.controlUrl() + "/sim/persons/" + id + "/actions",
				"{\"appId\":\"" + APP + "\",\"type\":\"follow\"}");
		assertThat(push.path("pushId").asString()).isNotEmpty();
		sim.pushLog().get(0).await();
		JsonNode state = get(sim.controlUrl() + "/sim/state");
		assertThat(state.at("/accounts/0/kind").asString()).isEqualTo("service");
		assertThat(state.at("/persons/0/following/0").asString()).isEqualTo(APP);
		assertThat(state.at("/settings/timeoutMillis").asInt()).isEqualTo(300);
		assertThat(
				get(sim.controlUrl() + "/sim/persons/" + id + "/phone?appId=" + APP).at("/bubbles/0/kind").asString())
			.isEqualTo("notice");
		JsonNode log = get(sim.controlUrl() + "/sim/push-log");
		assertThat(log.at("/pushes/0/state").asString()).isEqualTo("silent");
		assertThat(log.at("/pushes/0/attempts/0/verdict").asString()).isEqualTo("ok-empty");
	}

	private String reply(String openId, String content) {
		String original = sim.accounts().get(0).originalId();
		return "<xml><ToUserName><![CDATA[" + openId + "]]></ToUserName><FromUserName><![CDATA[" + original
				+ "]]></FromUserName><CreateTime>1764000001</CreateTime><MsgType><![CDATA[text]]></MsgType>"
				+ "<Content><![CDATA[" + content + "]]></Content></xml>";
	}

	private JsonNode post(String url, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		return Json.MAPPER.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
	}

	private JsonNode get(String url) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
		return Json.MAPPER.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
	}

}
