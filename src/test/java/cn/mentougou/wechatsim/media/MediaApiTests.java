package cn.mentougou.wechatsim.media;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

class MediaApiTests {

	private static final int MEGA = 1024 * 1024;

	private static final String JPEG = "\u00ff\u00d8\u00ff";

	private static final String AMR = "#!AMR\n";

	private final SimAccount account = SimAccount.service("wx00000000000000f1");

	private final SimAccount other = SimAccount.subscription("wx00000000000000d1");

	private final WeChatSimulator sim = WeChatSimulator.start(SimulatorSettings.defaults()
		.port(0)
		.platformPort(0)
		.clock(Clock.fixed(Instant.parse("2026-04-20T00:00:00Z"), ZoneOffset.UTC))
		.account(account)
		.account(other));

	private final Caller platform = new Caller(sim.platformUrl());

	@AfterEach
	void stop() {
		sim.close();
	}

	@Test
	void temporaryFileLivesForThreeDays() {
		String id = upload("image", file(JPEG, 100)).path("media_id").asString();
		String get = "/cgi-bin/media/get?access_token=" + platform.token(account) + "&media_id=";
		HttpResponse<String> answer = platform.send(platform.request(get + id));
		assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
		assertThat(answer.headers().firstValue("Content-Disposition"))
			.contains("attachment; filename=\"" + id + ".jpg\"");
		HttpResponse<String> unknown = platform.send(platform.request(get + "x"));
		assertThat(unknown.body()).contains("\"errcode\":40007");
		assertThat(unknown.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
		sim.clock().advance(Duration.ofDays(3));
		assertThat(platform
			.send(platform.request("/cgi-bin/media/get?access_token=" + platform.token(account) + "&media_id=" + id))
			.body()).contains("40007");
	}

	@Test
	void formsAndSizesHaveTheirCodes() {
		assertThat(code("image", file("%PDF", 9))).isEqualTo(40137);
		assertThat(code("image", file(JPEG, 10 * MEGA + 1))).isEqualTo(40009);
		assertThat(code("voice", file(JPEG, 9))).isEqualTo(40005);
		assertThat(code("voice", file("ID3", 2 * MEGA + 1))).isEqualTo(40010);
		assertThat(code("video", file("0000ftyp", 10 * MEGA + 1))).isEqualTo(40011);
		assertThat(code("thumb", file(JPEG, 64 * 1024 + 1))).isEqualTo(40012);
		assertThat(code("hologram", file(JPEG, 9))).isEqualTo(40004);
		assertThat(code("image", new byte[0])).isEqualTo(44001);
		assertThat(platform.code("/cgi-bin/media/upload?type=image&access_token=" + platform.token(account), "{}"))
			.isEqualTo(41005);
	}

	@Test
	void recordingOfMoreThanAMinuteIsTooLong() {
		byte[] minute = new byte[6 + 61 * 50 * 13];
		System.arraycopy(AMR.getBytes(StandardCharsets.US_ASCII), 0, minute, 0, 6);
		assertThat(code("voice", minute)).isEqualTo(45007);
		assertThat(code("voice", Arrays.copyOf(minute, 6 + 59 * 50 * 13))).isZero();
	}

	@Test
	void videoIsAnsweredWithItsAddress() {
		String id = upload("video", file("0000ftyp", 100)).path("media_id").asString();
		assertThat(platform.get("/cgi-bin/media/get?access_token=" + platform.token(account) + "&media_id=" + id)
			.path("video_url")
			.asString()).startsWith("http");
	}

	@Test
	void fileOfAnotherAccountIsUnknown() {
		String id = upload("image", file(JPEG, 100)).path("media_id").asString();
		assertThat(platform.get("/cgi-bin/media/get?access_token=" + platform.token(other) + "&media_id=" + id)
			.path("errcode")
			.asInt()).isEqualTo(40007);
	}

	@Test
	void permanentFilesAreCountedListedAndRemoved() {
		JsonNode added = post("/cgi-bin/material/add_material?type=image", file(JPEG, 100));
		assertThat(added.path("url").asString()).startsWith("http");
		String id = added.path("media_id").asString();
		sim.clock().advance(Duration.ofDays(30));
		String token = "?access_token=" + platform.token(account);
		assertThat(platform.get("/cgi-bin/material/get_materialcount" + token).path("image_count").asInt())
			.isEqualTo(1);
		assertThat(platform
			.post("/cgi-bin/material/batchget_material" + token, "{\"type\":\"image\",\"offset\":0,\"count\":20}")
			.at("/item/0/media_id")
			.asString()).isEqualTo(id);
		assertThat(platform.code("/cgi-bin/material/batchget_material" + token,
				"{\"type\":\"image\",\"offset\":0,\"count\":21}"))
			.isEqualTo(40035);
		assertThat(platform.code("/cgi-bin/material/del_material" + token, "{\"media_id\":\"" + id + "\"}")).isZero();
		assertThat(platform.code("/cgi-bin/material/del_material" + token, "{\"media_id\":\"" + id + "\"}"))
			.isEqualTo(40007);
		assertThat(platform.code("/cgi-bin/material/add_news" + token, "{}")).isEqualTo(45106);
	}

	@Test
	void articlePictureIsSmallAndOfTwoForms() {
		assertThat(post("/cgi-bin/media/uploadimg?x=1", file(JPEG, 100)).path("url").asString())
			.startsWith("http://mmbiz.qpic.cn/");
		assertThat(post("/cgi-bin/media/uploadimg?x=1", file("GIF8", 100)).path("errcode").asInt()).isEqualTo(40137);
		assertThat(post("/cgi-bin/media/uploadimg?x=1", file(JPEG, MEGA)).path("errcode").asInt()).isEqualTo(40009);
	}

	@Test
	void customerServiceMessageShowsTheFile() {
		SimPerson mum = sim.person("王女士");
		mum.follow(account.appId());
		String id = upload("image", file(JPEG, 100)).path("media_id").asString();
		assertThat(send(mum, "image", "{\"media_id\":\"" + id + "\"}")).isZero();
		assertThat(mum.phone(account.appId())).last()
			.extracting(Bubble::kind, Bubble::picUrl)
			.containsExactly(Bubble.Kind.IMAGE, "/sim/media/" + id);
		HttpResponse<String> shown = new Caller(sim.controlUrl())
			.send(new Caller(sim.controlUrl()).request("/sim/media/" + id));
		assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
		assertThat(send(mum, "image", "{\"media_id\":\"gone\"}")).isEqualTo(40007);
		assertThat(send(mum, "voice", "{\"media_id\":\"" + id + "\"}")).isEqualTo(40007);
		assertThat(send(mum, "mpnewsarticle", "{\"article_id\":\"\"}")).isEqualTo(40097);
		assertThat(send(mum, "miniprogrampage", "{\"appid\":\"x\"}")).isEqualTo(40013);
	}

	@Test
	void filesAreSavedAndSetBack() {
		String id = upload("image", file(JPEG, 100)).path("media_id").asString();
		Caller control = new Caller(sim.controlUrl());
		String snapshot = control.send(control.request("/sim/snapshot")).body();
		sim.reset();
		control.post("/sim/restore", snapshot);
		assertThat(platform
			.send(platform.request("/cgi-bin/media/get?access_token=" + platform.token(account) + "&media_id=" + id))
			.statusCode()).isEqualTo(200);
	}

	private int send(SimPerson receiver, String type, String payload) {
		return platform.code("/cgi-bin/message/custom/send?access_token=" + platform.token(account),
				"{\"touser\":\"%s\",\"msgtype\":\"%s\",\"%s\":%s}".formatted(receiver.openId(account.appId()), type,
						type, payload));
	}

	private int code(String type, byte[] content) {
		return upload(type, content).path("errcode").asInt(0);
	}

	private JsonNode upload(String type, byte[] content) {
		return post("/cgi-bin/media/upload?type=" + type, content);
	}

	private JsonNode post(String path, byte[] content) {
		return platform.upload(path + "&access_token=" + platform.token(account), content);
	}

	private static byte[] file(String head, int size) {
		byte[] content = new byte[size];
		byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
		System.arraycopy(start, 0, content, 0, start.length);
		return content;
	}

}
