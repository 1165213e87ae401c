package cn.mentougou.wechatsim.qr;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QrCodeApiTests {

	private static final String TEXT = "{\"action_name\":\"QR_STR_SCENE\",\"expire_seconds\":%d,\"action_info\":{\"scene\":{\"scene_str\":\"%s\"}}}";

	private final SimAccount account = SimAccount.service("wx00000000000000f1");

	private final SimAccount subscription = SimAccount.subscription("wx00000000000000d1");

	private final WeChatSimulator sim = WeChatSimulator.start(SimulatorSettings.defaults()
		.port(0)
		.platformPort(0)
		.clock(Clock.fixed(Instant.parse("2026-04-20T00:00:00Z"), ZoneOffset.UTC))
		.account(account)
		.account(subscription));

	private final Caller platform = new Caller(sim.platformUrl());

	private final SimPerson mum = sim.person("王女士");

	@AfterEach
	void stop() {
		sim.close();
	}

	@Test
	void newFollowerComesWithOneEventAndOldOneScans() {
		JsonNode code = create(TEXT.formatted(2_592_000, "CLASS_7"));
		assertThat(code.path("expire_seconds").asInt()).isEqualTo(2_592_000);
		String ticket = code.path("ticket").asString();
		Push followed = mum.scanCode(ticket);
		assertThat(followed.draft().clearXml()).contains("<Event><![CDATA[subscribe]]></Event>",
				"<EventKey><![CDATA[qrscene_CLASS_7]]></EventKey>", "<Ticket><![CDATA[" + ticket + "]]></Ticket>");
		Push scanned = mum.scanCode(code.path("url").asString());
		assertThat(scanned.draft().clearXml()).contains("<Event><![CDATA[SCAN]]></Event>",
				"<EventKey><![CDATA[CLASS_7]]></EventKey>", "<Ticket><![CDATA[" + ticket + "]]></Ticket>");
		assertThat(sim.pushLog()).hasSize(2);
		assertThat(profile().path("qr_scene_str").asString()).isEqualTo("CLASS_7");
	}

	@Test
	void numberArrivesAsTextAndIsANumberInTheProfile() {
		mum.scanCode(create("{\"action_name\":\"QR_LIMIT_SCENE\",\"action_info\":{\"scene\":{\"scene_id\":42}}}")
			.path("ticket")
			.asString());
		assertThat(sim.pushLog().get(0).draft().clearXml()).contains("<![CDATA[qrscene_42]]>");
		assertThat(profile().path("qr_scene").asInt()).isEqualTo(42);
		assertThat(profile().path("qr_scene_str").asString("?")).isEmpty();
		String text = "{\"action_name\":\"QR_LIMIT_STR_SCENE\",\"action_info\":{\"scene\":{\"scene_str\":\"42\"}}}";
		mum.unfollow(account.appId());
		mum.scanCode(create(text).path("ticket").asString());
		assertThat(profile().path("qr_scene_str").asString()).isEqualTo("42");
	}

	@Test
	void codeThatIsOverPushesNothing() {
		String ticket = create(TEXT.formatted(60, "CLASS_7")).path("ticket").asString();
		sim.clock().advance(Duration.ofSeconds(59));
		mum.scanCode(ticket);
		sim.clock().advance(Duration.ofSeconds(1));
		assertThatIllegalArgumentException().isThrownBy(() -> mum.scanCode(ticket)).withMessageContaining("已经过期");
		assertThatIllegalArgumentException().isThrownBy(() -> mum.scanCode("gQ?"));
		assertThat(sim.pushLog()).hasSize(1);
	}

	@Test
	void pictureIsARealCode() throws IOException {
		JsonNode code = create(TEXT.formatted(60, "CLASS_7"));
		String ticket = code.path("ticket").asString();
		// What is not encoded loses its plus on the way.
		assertThat(ticket).contains("+", "/", "=").hasSize(96);
		byte[] picture;
		URI address = URI.create(
				sim.platformUrl() + "/cgi-bin/showqrcode?ticket=" + URLEncoder.encode(ticket, StandardCharsets.UTF_8));
		try (InputStream in = address.toURL().openStream()) {
			picture = in.readAllBytes();
		}
		assertThat(QrPicture.read(picture)).contains(code.path("url").asString());
		mum.scanPicture(picture);
		assertThat(mum.follows(account.appId())).isTrue();
		assertThat(platform.send(platform.request("/cgi-bin/showqrcode?ticket=gQnone")).statusCode()).isEqualTo(404);
		assertThat(platform.send(platform.request("/cgi-bin/showqrcode?ticket=" + ticket)).statusCode()).isEqualTo(404);
	}

	@Test
	void permanentCodesAreCountedAndOneOfTheSameSceneIsTheSame() {
		String one = "{\"action_name\":\"QR_LIMIT_STR_SCENE\",\"action_info\":{\"scene\":{\"scene_str\":\"A\"}}}";
		sim.codes().permanentLimit(2);
		String ticket = create(one).path("ticket").asString();
		assertThat(create(one).path("ticket").asString()).isEqualTo(ticket);
		assertThat(create(one).has("expire_seconds")).isFalse();
		create(one.replace("\"A\"", "\"B\""));
		assertThat(sim.codes().permanentCount(account.appId())).isEqualTo(2);
		assertThat(create(one.replace("\"A\"", "\"C\"")).path("errcode").asInt()).isEqualTo(45029);
		assertThat(create(TEXT.formatted(60, "C")).path("errcode").asInt(0)).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			QR_SCENE            | {"scene_id":4294967295}  | 60      | 0
			QR_SCENE            | {"scene_id":4294967296}  | 60      | 40053
			QR_SCENE            | {"scene_id":0}           | 60      | 40053
			QR_SCENE            | {"scene_id":"1"}         | 60      | 40053
			QR_LIMIT_SCENE      | {"scene_id":100000}      | 60      | 0
			QR_LIMIT_SCENE      | {"scene_id":100001}      | 60      | 40053
			QR_STR_SCENE        | {"scene_str":""}         | 60      | 40053
			QR_STR_SCENE        | {"scene_str":"A"}        | 2592001 | 40097
			QR_STR_SCENE        | {"scene_str":"A"}        | 0       | 40097
			QR_STR_SCENE        | {"scene_str":"A"}        | "60"    | 47001
			QR_STR_SCENE        | {"scene_str":5}          | 60      | 47001
			QR_LIMIT_STR_SCENE  | {"scene_id":5}           | 60      | 40053
			QR_DANCE            | {"scene_str":"A"}        | 60      | 40052
			""")
	void sceneAndLifeAreChecked(String action, String scene, String seconds, int code) {
		String body = "{\"action_name\":\"%s\",\"expire_seconds\":%s,\"action_info\":{\"scene\":%s}}".formatted(action,
				seconds, scene);
		assertThat(create(body).path("errcode").asInt(0)).isEqualTo(code);
	}

	@Test
	void tooLongATextIsNoticedForPermanentCodesOnly() {
		String scene = "{\"action_name\":\"%s\",\"action_info\":{\"scene\":{\"scene_str\":\"" + "x".repeat(65)
				+ "\"}}}";
		assertThat(create(scene.formatted("QR_LIMIT_STR_SCENE")).path("errcode").asInt()).isEqualTo(40053);
		assertThat(create(scene.formatted("QR_STR_SCENE")).path("expire_seconds").asInt()).isEqualTo(60);
	}

	@Test
	void onlyVerifiedServiceAccountsHaveCodes() {
		String url = "/cgi-bin/qrcode/create?access_token=";
		assertThat(platform.code(url + platform.token(subscription), TEXT.formatted(60, "A"))).isEqualTo(48001);
		sim.account(account.withVerified(false));
		assertThat(platform.code(url + platform.token(account), TEXT.formatted(60, "A"))).isEqualTo(48001);
	}

	private JsonNode create(String body) {
		return platform.post("/cgi-bin/qrcode/create?access_token=" + platform.token(account), body);
	}

	private JsonNode profile() {
		return platform.get("/cgi-bin/user/info?access_token=" + platform.token(account) + "&openid="
				+ mum.openId(account.appId()));
	}

}
