package cn.mentougou.wechatsim.control;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.qr.QrPicture;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.MenuButton;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

class ControlApiTests {

	private static final String APP = "wx00000000000000f1";

	private final WebhookStub webhook = new WebhookStub();

	private final SimAccount account = SimAccount.service(APP)
		.withName("门头沟教育服务")
		.withMenu(List.of(MenuButton.submenu("办事", MenuButton.click("我的班级", "MY_CLASS"),
				MenuButton.view("信息公开", "https://h5.example.cn/"))))
		.withWebhookUrl(webhook.url());

	private final WeChatSimulator sim = WeChatSimulator
		.start(SimulatorSettings.defaults().port(0).platformPort(0).account(account));

	private final Caller control = new Caller(sim.controlUrl());

	@AfterEach
	void stop() {
		sim.close();
		webhook.close();
	}

	@Test
	void stateShowsAccountsWithoutTheirSecrets() {
		JsonNode state = control.get("/sim/state");
		JsonNode shown = state.at("/accounts/0");
		assertThat(shown.path("name").asString()).isEqualTo("门头沟教育服务");
		assertThat(shown.path("kind").asString()).isEqualTo("service");
		assertThat(shown.path("mode").asString()).isEqualTo("safe");
		assertThat(shown.at("/menu/0/sub/0/key").asString()).isEqualTo("MY_CLASS");
		assertThat(state.at("/settings/attempts").asInt()).isEqualTo(3);
		assertThat(state.at("/settings/pushTime").asString()).isEqualTo("REAL");
		assertThat(state.at("/pushOptions/duplicate").asBoolean(true)).isFalse();
		assertThat(state.toString()).doesNotContain(account.secret(), account.token(), account.aesKey());
	}

	@Test
	void personActsAndThePhoneShowsIt() {
		String id = person();
		HttpResponse<String> followed = control.exchange("/sim/persons/" + id + "/actions", action("follow", ""));
		assertThat(followed.statusCode()).isEqualTo(202);
		control.post("/sim/persons/" + id + "/actions", action("text", ",\"content\":\"课表\""));
		control.post("/sim/persons/" + id + "/actions", action("voice", ",\"recognition\":\"今天放学几点\""));
		control.post("/sim/persons/" + id + "/actions",
				action("location", ",\"latitude\":39.94,\"longitude\":116.1,\"label\":\"门头沟\""));
		control.post("/sim/persons/" + id + "/actions", action("menu", ",\"key\":\"MY_CLASS\""));
		sim.pushLog().forEach((push) -> push.await());
		JsonNode bubbles = control.get("/sim/persons/" + id + "/phone?appId=" + APP).path("bubbles");
		assertThat(bubbles.valueStream().map((bubble) -> bubble.path("kind").asString()).toList())
			.containsExactly("notice", "text", "voice", "location");
		assertThat(bubbles.at("/1/side").asString()).isEqualTo("me");
		JsonNode pushes = control.get("/sim/push-log?appId=" + APP + "&personId=" + id).path("pushes");
		assertThat(pushes.valueStream().map((push) -> push.path("kind").asString()).toList())
			.containsExactly("subscribe", "text", "voice", "location", "CLICK");
		String first = pushes.at("/0/id").asString();
		assertThat(control.get("/sim/push-log?after=" + first).path("pushes")).hasSize(4);
		assertThat(control.post("/sim/pushes/" + first + "/redeliver", "").path("pushId").asString()).isNotEmpty();
	}

	@Test
	void badInputIsAnsweredWithASentence() {
		String id = person();
		assertSentence("/sim/persons", "{\"nickname\":\"  \"}", 400, "缺少 nickname");
		assertSentence("/sim/persons", "nonsense", 400, "JSON");
		assertSentence("/sim/persons", "[1]", 400, "JSON 对象");
		assertSentence("/sim/persons/" + id + "/actions", action("text", ",\"content\":\"在吗\""), 400, "请先关注");
		assertSentence("/sim/persons/" + id + "/actions", action("dance", ""), 400, "不认识的操作");
		assertSentence("/sim/persons/nobody/actions", action("follow", ""), 400, "没有编号为 nobody 的人");
		control.post("/sim/persons/" + id + "/actions", action("follow", ""));
		assertSentence("/sim/persons/" + id + "/actions", action("menu", ",\"key\":\"NONE\""), 400, "菜单里没有这个按钮");
		assertSentence("/sim/clock", "{\"advance\":\"two days\"}", 400, "PT48H");
		assertSentence("/sim/faults", "{\"action\":\"explode\"}", 400, "JSON");
		assertSentence("/sim/faults", "{}", 400, "缺少 action");
		assertSentence("/sim/settings", "{\"attempts\":9}", 400, "1 到 4");
		assertSentence("/sim/quota", "{\"appid\":\"" + APP + "\",\"api\":\"/cgi-bin/user/get\"}", 400, "limit");
		assertSentence("/sim/nowhere", "{}", 404, "没有这个地址");
	}

	@Test
	void settingsOptionsFaultsClockAndQuotaAreChanged() {
		assertThat(control.post("/sim/settings", "{\"timeoutMillis\":800}").path("attempts").asInt()).isEqualTo(3);
		assertThat(sim.pushSettings().timeout()).isEqualTo(Duration.ofMillis(800));
		assertThat(control.post("/sim/push-options", "{\"duplicate\":true}").path("duplicate").asBoolean()).isTrue();
		control.post("/sim/push-options", "{\"attempts\":4}");
		assertThat(sim.pushSettings().attempts()).isEqualTo(4);
		assertThat(control.post("/sim/push-options", "{\"json\":true}").path("duplicate").asBoolean()).isTrue();
		String fault = control
			.post("/sim/faults", "{\"match\":{\"path\":\"/x\"},\"action\":\"errcode\",\"errcode\":-1,\"times\":2}")
			.path("id")
			.asString();
		assertThat(control.get("/sim/faults").at("/faults/0/id").asString()).isEqualTo(fault);
		assertThat(control.send(control.request("/sim/faults/" + fault).DELETE()).statusCode()).isEqualTo(200);
		assertThat(control.send(control.request("/sim/faults/" + fault).DELETE()).statusCode()).isEqualTo(404);
		assertThat(control.post("/sim/clock", "{\"advance\":\"PT48H\"}").path("now").asString()).isNotEmpty();
		control.post("/sim/quota", "{\"appid\":\"" + APP + "\",\"api\":\"/cgi-bin/user/get\",\"limit\":0}");
		Caller platform = new Caller(sim.platformUrl());
		assertThat(platform.get("/cgi-bin/user/get?access_token=" + platform.token(account)).path("errcode").asInt())
			.isEqualTo(45009);
		assertThat(control.get("/sim/api-log").path("calls")).hasSize(2);
	}

	@Test
	void accountsAreChangedAndOpened() {
		control.post("/sim/accounts", "{\"appId\":\"" + APP + "\",\"mode\":\"plain\"}");
		assertThat(sim.accounts().get(0)).isEqualTo(account.withMode(SimAccount.Mode.PLAIN));
		control.post("/sim/accounts", "{\"appId\":\"wxnew\",\"kind\":\"subscription\",\"name\":\"新号\"}");
		assertThat(control.get("/sim/accounts").at("/accounts/1/kind").asString()).isEqualTo("subscription");
		webhook.answers((request) -> WebhookStub.Answer.of(request.parameter("echostr")));
		assertThat(control.post("/sim/accounts/" + APP + "/verify", "").path("verified").asBoolean()).isTrue();
	}

	@Test
	void crowdFollowsWithoutAPushAndWithoutAPhone() {
		String body = "{\"appId\":\"" + APP + "\",\"count\":1000,\"days\":30}";
		assertThat(control.post("/sim/followers", body).path("followers").asInt()).isEqualTo(1000);
		assertThat(sim.pushLog()).isEmpty();
		assertThat(control.get("/sim/state").path("persons")).isEmpty();
		assertSentence("/sim/followers", "{\"appId\":\"" + APP + "\",\"count\":0}", 400, "count");
		assertSentence("/sim/followers", "{\"appId\":\"wxnone\",\"count\":1}", 404, "没有这个公众号");
	}

	@Test
	void codesAreListedShownReadAndScanned() {
		Caller platform = new Caller(sim.platformUrl());
		platform.post("/cgi-bin/qrcode/create?access_token=" + platform.token(account),
				"{\"action_name\":\"QR_LIMIT_STR_SCENE\",\"action_info\":{\"scene\":{\"scene_str\":\"CLASS_7\"}}}");
		JsonNode code = control.get("/sim/codes").at("/codes/0");
		assertThat(code.path("scene").asString()).isEqualTo("CLASS_7");
		assertThat(code.path("expired").asBoolean(true)).isFalse();
		String picture = Base64.getEncoder().encodeToString(QrPicture.of(code.path("url").asString()));
		String read = control.post("/sim/codes/read", "{\"picture\":\"data:image/jpeg;base64," + picture + "\"}")
			.path("content")
			.asString();
		assertThat(read).isEqualTo(code.path("url").asString());
		assertSentence("/sim/codes/read", "{\"picture\":\"AAAA\"}", 400, "没有找到二维码");
		String ticket = URLEncoder.encode(code.path("ticket").asString(), StandardCharsets.UTF_8);
		HttpResponse<String> shown = control.send(control.request("/sim/codes/picture?ticket=" + ticket));
		assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
		String id = person();
		JsonNode scanned = control.post("/sim/persons/" + id + "/actions",
				"{\"type\":\"scan\",\"content\":\"" + read + "\"}");
		assertThat(scanned.path("appId").asString()).isEqualTo(APP);
		assertThat(control.post("/sim/persons/" + id + "/enter", "{\"appId\":\"" + APP + "\",\"fresh\":true}")
			.at("/buttons/0/name")
			.asString()).isEqualTo("办事");
	}

	@Test
	void everythingGoesBackToASnapshotOrToTheBeginning() {
		String id = person();
		String snapshot = control.send(control.request("/sim/snapshot")).body();
		control.post("/sim/persons/" + id + "/actions", action("follow", ""));
		control.post("/sim/restore", snapshot);
		JsonNode restored = control.get("/sim/state");
		assertThat(restored.path("persons")).hasSize(1);
		assertThat(restored.at("/persons/0/following")).isEmpty();
		control.post("/sim/reset", "");
		assertThat(control.get("/sim/state").path("persons")).isEmpty();
		assertThat(control.get("/sim/push-log").path("pushes")).isEmpty();
	}

	@Test
	void otherPagesOfTheSameBrowserAreRefused() {
		assertThat(
				control.send(control.posting("/sim/reset", "").header("Origin", "https://evil.example")).statusCode())
			.isEqualTo(403);
		assertThat(control.send(control.posting("/sim/reset", "").header("Origin", sim.controlUrl())).statusCode())
			.isEqualTo(200);
	}

	@Test
	void platformAndControlDoNotServeEachOther() {
		assertThat(control.send(control.request("/cgi-bin/token")).statusCode()).isEqualTo(404);
		assertThat(new Caller(sim.platformUrl()).code("/sim/reset", "{}")).isEqualTo(40066);
	}

	@Test
	void phonePageIsServedWithItsFiles() {
		HttpResponse<String> page = control.send(control.request("/"));
		assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
		Matcher files = Pattern.compile("(?:src|href)=\"/?([^\"]+\\.(?:js|css))\"").matcher(page.body());
		List<String> paths = files.results().map((file) -> "/" + file.group(1)).toList();
		assertThat(paths).isNotEmpty()
			.allSatisfy((path) -> assertThat(control.send(control.request(path)).statusCode()).as(path).isEqualTo(200));
	}

	@Test
	void filesOutsideThePageAreNotServed() {
		for (String path : new String[] { "/../application.yml", "/%2e%2e/index.html", "/package-info.class", "/x" }) {
			assertThat(control.send(control.request(path)).statusCode()).as(path).isEqualTo(404);
		}
	}

	private String person() {
		return control.post("/sim/persons", "{\"nickname\":\"王女士\"}").path("id").asString();
	}

	private void assertSentence(String path, String body, int status, String words) {
		HttpResponse<String> response = control.exchange(path, body);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.body()).startsWith("{\"error\":").contains(words);
	}

	private static String action(String type, String more) {
		return "{\"appId\":\"" + APP + "\",\"type\":\"" + type + "\"" + more + "}";
	}

}
