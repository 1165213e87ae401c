package cn.mentougou.wechatsim.fault;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.PushRecord;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FaultsTests {

	private static final String SEND = "/cgi-bin/message/custom/send";

	private final WebhookStub webhook = new WebhookStub();

	private final SimAccount account = SimAccount.service("wx00000000000000f1").withWebhookUrl(webhook.url());

	private final WeChatSimulator sim = WeChatSimulator
		.start(SimulatorSettings.defaults().port(0).platformPort(0).account(account));

	private final Caller platform = new Caller(sim.platformUrl());

	private SimPerson mum;

	private String url;

	private String message;

	@BeforeEach
	void follow() {
		mum = sim.person("王女士");
		mum.follow(account.appId()).await();
		url = SEND + "?access_token=" + platform.token(account);
		message = "{\"touser\":\"" + mum.openId(account.appId())
				+ "\",\"msgtype\":\"text\",\"text\":{\"content\":\"好\"}}";
	}

	@AfterEach
	void stop() {
		sim.close();
		webhook.close();
	}

	@Test
	void connectionThatBreaksBeforeTheCallLeavesNothing() {
		sim.faults().add(Fault.of(FaultAction.DROP_BEFORE).onPath(SEND).times(1));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> platform.exchange(url, message));
		assertThat(mum.phone(account.appId())).hasSize(1);
		assertThat(platform.code(url, message)).isZero();
	}

	@Test
	void connectionThatBreaksAfterTheCallLeavesTheMessage() {
		sim.faults().add(Fault.of(FaultAction.DROP_AFTER).onPath(SEND).times(1));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> platform.exchange(url, message));
		assertThat(mum.phone(account.appId())).hasSize(2);
		assertThat(sim.apiLog()).last().satisfies((call) -> {
			assertThat(call.status()).isZero();
			assertThat(call.fault()).isEqualTo("drop-after");
			assertThat(call.answer()).contains("\"errcode\":0");
		});
	}

	@Test
	void answersAreSpoiltInEveryOrderedWay() {
		sim.faults().add(Fault.of(FaultAction.HTTP).onPath(SEND).times(1));
		HttpResponse<String> gateway = platform.exchange(url, message);
		assertThat(gateway.statusCode()).isEqualTo(502);
		assertThat(gateway.body()).contains("<html>");
		sim.faults().add(Fault.of(FaultAction.EMPTY_BODY).onPath(SEND).times(1));
		assertThat(platform.exchange(url, message).body()).isEmpty();
		sim.faults().add(Fault.of(FaultAction.TRUNCATED_JSON).onPath(SEND).times(1));
		assertThat(platform.exchange(url, message).body()).startsWith("{").doesNotEndWith("}");
	}

	@Test
	void answersComeLateOrTrickle() {
		sim.faults().add(Fault.latency(Duration.ofMillis(120)).onPath(SEND).times(1));
		long start = System.nanoTime();
		assertThat(platform.code(url, message)).isZero();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(119));
		new Caller(sim.controlUrl()).post("/sim/faults",
				"{\"match\":{\"path\":\"%s\"},\"action\":\"slow-body\",\"millis\":100,\"times\":1}".formatted(SEND));
		assertThat(platform.exchange(url, message).body()).endsWith("}");
	}

	@Test
	void tokenDiesInTheMiddleOfACall() {
		sim.faults().add(Fault.of(FaultAction.TOKEN_INVALIDATE).onPath(SEND).times(1));
		assertThat(platform.code(url, message)).isEqualTo(40001);
		assertThat(platform.code(url, message)).isEqualTo(40001);
		assertThat(platform.code(SEND + "?access_token=" + platform.token(account), message)).isZero();
	}

	@Test
	void tokenDiesAtOnceWhereNoCallIsNamed() {
		sim.faults().add(Fault.of(FaultAction.TOKEN_EXPIRE));
		assertThat(platform.code(url, message)).isEqualTo(42001);
		assertThat(sim.faults().list()).isEmpty();
	}

	@Test
	void onlyTheNthCallIsStruck() {
		sim.faults().add(Fault.errcode(45011).on(new Fault.Match(null, SEND, null, 2, null)));
		assertThat(platform.code(url, message)).isZero();
		assertThat(platform.code(url, message)).isEqualTo(45011);
		assertThat(platform.code(url, message)).isZero();
	}

	@Test
	void onlyTheNamedPersonOrAccountIsStruck() {
		sim.faults().add(Fault.errcode(-1).on(new Fault.Match(null, null, "somebody-else", 0, null)));
		sim.faults().add(Fault.errcode(-1).on(new Fault.Match("wxother", null, null, 0, null)));
		assertThat(platform.code(url, message)).isZero();
		sim.faults().add(Fault.errcode(-1).on(new Fault.Match(null, null, mum.openId(account.appId()), 0, null)));
		assertThat(platform.code(url, message)).isEqualTo(-1);
	}

	@Test
	void chanceIsTheSameForTheSameSeed() {
		assertThat(draws(7)).contains("x", ".").isEqualTo(draws(7)).isNotEqualTo(draws(8));
	}

	@Test
	void clockJumps() {
		Instant before = sim.clock().instant();
		sim.faults().add(Fault.clockJump(Duration.ofHours(3)));
		assertThat(sim.clock().instant()).isAfterOrEqualTo(before.plus(Duration.ofHours(3)));
	}

	@Test
	void eventsGetLostAndPushesDoubled() {
		sim.faults().add(Fault.of(FaultAction.LOST_EVENT).times(1));
		assertThat(mum.menu(account.appId(), "K").await().attempts()).isEmpty();
		sim.faults().add(Fault.of(FaultAction.DUPLICATE_PUSH).times(1));
		var doubled = mum.menu(account.appId(), "K").await();
		assertThat(doubled.state()).isEqualTo(PushRecord.State.SILENT);
		assertThat(doubled.attempts()).hasSize(2);
	}

	private static String draws(long seed) {
		try (WeChatSimulator other = WeChatSimulator
			.start(SimulatorSettings.defaults().port(0).platformPort(0).seed(seed))) {
			other.faults().add(Fault.errcode(45011).on(new Fault.Match(null, "/cgi-bin/token", null, 0, 0.5)));
			Caller caller = new Caller(other.platformUrl());
			StringBuilder codes = new StringBuilder();
			for (int i = 0; i < 20; i++) {
				codes.append((caller.get("/cgi-bin/token").path("errcode").asInt() == 45011) ? 'x' : '.');
			}
			return codes.toString();
		}
	}

}
