package cn.mentougou.wechatsim.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

/** Each test breaks one rule and everything that is checked after it. */
class OrderOfChecksTests {

	private static final String SEND = "/cgi-bin/message/custom/send";

	private final SimAccount service = SimAccount.service("wx00000000000000f1");

	private final SimAccount unverified = SimAccount.subscription("wx00000000000000d2").withVerified(false);

	private final WeChatSimulator sim = WeChatSimulator.start(SimulatorSettings.defaults()
		.port(0)
		.platformPort(0)
		.clock(Clock.fixed(Instant.parse("2026-04-20T00:00:00Z"), ZoneOffset.UTC))
		.refuseEscapes(true)
		.account(service)
		.account(unverified));

	private final Caller platform = new Caller(sim.platformUrl());

	@AfterEach
	void stop() {
		sim.close();
	}

	@Test
	void addressComesFirst() {
		assertThat(platform.code("/cgi-bin/unknown", "nonsense")).isEqualTo(40066);
	}

	@Test
	void methodComesBeforeTheToken() {
		assertThat(platform.get(SEND).path("errcode").asInt()).isEqualTo(43002);
		assertThat(platform.code("/cgi-bin/user/get", "nonsense")).isEqualTo(43001);
	}

	@Test
	void tokenMustBeThereThenWellFormedThenKnown() {
		assertThat(platform.code(SEND, "nonsense")).isEqualTo(41001);
		assertThat(platform.code(SEND + "?access_token=short", "nonsense")).isEqualTo(40014);
		assertThat(platform.code(SEND + "?access_token=" + "x".repeat(120), "nonsense")).isEqualTo(40001);
	}

	@Test
	void expiredTokenComesBeforeThePermission() {
		String token = platform.token(unverified);
		sim.clock().advance(Duration.ofSeconds(7200));
		assertThat(platform.code(SEND + "?access_token=" + token, "nonsense")).isEqualTo(42001);
	}

	@Test
	void permissionComesBeforeFaults() {
		String token = platform.token(unverified);
		sim.faults().add(Fault.errcode(-1).onPath(SEND));
		assertThat(platform.code(SEND + "?access_token=" + token, "nonsense")).isEqualTo(48001);
	}

	@Test
	void faultsComeBeforeCounters() {
		String token = platform.token(service);
		sim.counters().limit(service.appId(), SEND, 0);
		sim.faults().add(Fault.errcode(45011).onPath(SEND).times(1));
		assertThat(platform.code(SEND + "?access_token=" + token, "nonsense")).isEqualTo(45011);
		assertThat(platform.code(SEND + "?access_token=" + token, "nonsense")).isEqualTo(45009);
	}

	@Test
	void countersComeBeforeTheBody() {
		String token = platform.token(service);
		sim.counters().limit(service.appId(), SEND, 1);
		assertThat(platform.code(SEND + "?access_token=" + token, "nonsense")).isEqualTo(47001);
		assertThat(platform.code(SEND + "?access_token=" + token, "nonsense")).isEqualTo(45009);
		sim.clock().advance(Duration.ofHours(16));
		String tomorrow = platform.token(service);
		assertThat(platform.code(SEND + "?access_token=" + tomorrow, "nonsense")).isEqualTo(47001);
	}

	@Test
	void bodyComesBeforeTheEndpoint() {
		String url = SEND + "?access_token=" + platform.token(service);
		assertThat(platform.code(url, "[]")).isEqualTo(47001);
		assertThat(platform.code(url, "{\"touser\":1}")).isEqualTo(47001);
		assertThat(platform.code(url, "{\"touser\":\"\\u8bfe\"}")).isEqualTo(40033);
		assertThat(platform.code(url, "{\"touser\":\"nobody\"}")).isEqualTo(40003);
	}

	@Test
	void errorsAreAnsweredWithStatus200AndANumber() {
		var response = platform.exchange("/cgi-bin/unknown", "{}");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/json; encoding=utf-8");
		assertThat(response.body())
			.matches("\\{\"errcode\":40066,\"errmsg\":\"invalid url rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}\"\\}");
	}

	@Test
	void lenientPlatformAsksNeitherForPermissionNorForQuota() {
		sim.pushSettings(sim.pushSettings().withStrict(false));
		sim.counters().limit(unverified.appId(), SEND, 0);
		assertThat(platform.code(SEND + "?access_token=" + platform.token(unverified), "{}")).isEqualTo(40003);
	}

	@Test
	void quotaIsClearedTenTimesAMonth() {
		String body = "{\"appid\":\"" + service.appId() + "\"}";
		String url = "/cgi-bin/clear_quota?access_token=" + platform.token(service);
		for (int i = 0; i < 10; i++) {
			assertThat(platform.code(url, body)).isZero();
		}
		assertThat(platform.code(url, body)).isEqualTo(48006);
		JsonNode quota = platform.post(url.replace("clear_quota", "openapi/quota/get"),
				"{\"cgi_path\":\"/cgi-bin/user/get\"}");
		assertThat(quota.at("/quota/daily_limit").asInt()).isEqualTo(500);
	}

}
