package cn.mentougou.wechatsim.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

class WebAuthorisationTests {

	private static final String OURS = "http://localhost:8080/h5/enter";

	private final SimAccount account = SimAccount.service("wx00000000000000f1");

	private final WeChatSimulator sim = WeChatSimulator.start(SimulatorSettings.defaults()
		.port(0)
		.platformPort(0)
		.clock(Clock.fixed(Instant.parse("2026-04-20T00:00:00Z"), ZoneOffset.UTC))
		.account(account)
		.account(SimAccount.subscription("wx00000000000000d1")));

	private final WebDesk desk = new WebDesk(sim, account.appId());

	private final SimPerson mum = sim.person("王女士 <b>");

	@BeforeEach
	void ourHost() {
		sim.web().settings(account.appId(), WebSettings.of("localhost:8080"));
	}

	@AfterEach
	void stop() {
		sim.close();
	}

	@Test
	void knownPhoneIsSentBackSilentlyAndAnUnknownOneIsAsked() {
		HttpResponse<String> silent = desk.ask(OURS, "snsapi_base", mum.id());
		assertThat(silent.headers().firstValue("Location")).get()
			.asString()
			.matches("http://localhost:8080/h5/enter\\?code=\\w{32}&state=abc123");
		assertThat(desk.ask(OURS, "snsapi_base", "").body()).contains("现在是谁的手机", "王女士 &lt;b&gt;", "快照页", "拒绝");
	}

	@Test
	void moreThanWhoOneIsNeedsConsent() {
		assertThat(desk.ask(OURS, "snsapi_userinfo", mum.id()).body()).contains("申请获取以下权限", "允许", "拒绝");
	}

	@Test
	void whoRefusesIsSentBackWithoutACode() {
		HttpResponse<String> answer = desk.get("/connect/oauth2/answer?appid=" + account.appId()
				+ "&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fh5%3Fa%3D1&response_type=code&scope=snsapi_base&state=s"
				+ "&person=" + mum.id() + "&answer=deny", "");
		assertThat(answer.headers().firstValue("Location")).contains("http://localhost:8080/h5?a=1&state=s");
	}

	@Test
	void foreignHostIsRefused() {
		assertThat(desk.ask("http://elsewhere/h5", "snsapi_base", mum.id()).body()).contains("10003");
		assertThat(desk.ask("http://localhost:8080@elsewhere/h5", "snsapi_base", mum.id()).body()).contains("10003");
		assertThat(desk.ask("http://sub.localhost:8080/h5", "snsapi_base", mum.id()).body()).contains("10003");
		assertThat(desk.ask(OURS, "snsapi_login", mum.id()).body()).contains("10010");
		assertThat(new WebDesk(sim, "wx00000000000000d1").ask(OURS, "snsapi_base", mum.id()).body()).contains("10005");
	}

	@Test
	void codeDiesAfterFiveMinutesAndATokenAfterTwoHours() {
		String code = desk.code(mum, "snsapi_base", "allow");
		String other = desk.code(mum, "snsapi_base", "allow");
		String answer = exchange(code);
		String token = answer.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
		sim.clock().advance(Duration.ofSeconds(300));
		assertThat(exchange(other)).contains("42003");
		assertThat(exchange(code)).contains("40163");
		String check = "/sns/auth?access_token=" + token + "&openid=";
		assertThat(desk.get(check + mum.openId(account.appId()), "").body()).contains("\"errcode\":0");
		assertThat(desk.get(check + "oNobody", "").body()).contains("40003");
		sim.clock().advance(Duration.ofSeconds(7200));
		assertThat(desk.get(check + mum.openId(account.appId()), "").body()).contains("42001");
	}

	@Test
	void ticketIsTheSameUntilItEnds() {
		Caller platform = new Caller(sim.platformUrl());
		String path = "/cgi-bin/ticket/getticket?type=jsapi&access_token=";
		String first = platform.get(path + platform.token(account)).path("ticket").asString();
		sim.clock().advance(Duration.ofSeconds(7000));
		var again = platform.get(path + platform.token(account));
		assertThat(again.path("ticket").asString()).isEqualTo(first);
		assertThat(again.path("expires_in").asInt()).isEqualTo(200);
		sim.clock().advance(Duration.ofSeconds(200));
		assertThat(platform.get(path + platform.token(account)).path("ticket").asString()).isNotEqualTo(first);
		assertThat(platform.get(path.replace("jsapi", "x") + platform.token(account)).path("errcode").asInt())
			.isEqualTo(40097);
	}

	@Test
	void hostIsAcceptedWhenItShowsItsFile() throws IOException {
		SimWeb.VerifyFile file = sim.web().verifyFile(account.appId());
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/" + file.name(), (exchange) -> {
			byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, content.length);
			exchange.getResponseBody().write(content);
			exchange.close();
		});
		server.start();
		try {
			Caller control = new Caller(sim.controlUrl());
			String path = "/sim/accounts/" + account.appId() + "/web";
			String body = "{\"authorisationHosts\":[\"localhost:%d\"],\"scriptHosts\":[],\"verify\":true}";
			assertThat(
					control.post(path, body.formatted(server.getAddress().getPort())).path("authorisationHosts").size())
				.isOne();
			assertThat(control.post(path, body.formatted(1)).path("error").asString()).contains("校验失败");
			assertThat(control.post(path, "{\"authorisationHosts\":[\"http://a\"]}").path("error").asString())
				.contains("域名");
		}
		finally {
			server.stop(0);
		}
	}

	private String exchange(String code) {
		return desk
			.get("/sns/oauth2/access_token?appid=" + account.appId() + "&secret=" + account.secret() + "&code=" + code
					+ "&grant_type=authorization_code", "")
			.body();
	}

}
