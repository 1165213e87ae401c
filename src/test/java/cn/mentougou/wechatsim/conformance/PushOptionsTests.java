package cn.mentougou.wechatsim.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.envelope.PushCipher;
import cn.mentougou.wechatsim.envelope.Signature;
import cn.mentougou.wechatsim.envelope.XmlTree;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushOptions;
import cn.mentougou.wechatsim.push.PushSettings;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

class PushOptionsTests {

	private static final String APP = "wx00000000000000f1";

	private static final String OLD_KEY = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

	private final WebhookStub webhook = new WebhookStub();

	private final SimAccount account = SimAccount.service(APP)
		.withPreviousAesKey(OLD_KEY)
		.withWebhookUrl(webhook.url());

	private final WeChatSimulator sim = WeChatSimulator
		.start(SimulatorSettings.defaults().port(0).platformPort(0).account(account));

	private SimPerson mum;

	@BeforeEach
	void follow() {
		mum = sim.person("王女士");
		mum.follow(APP).await();
	}

	@AfterEach
	void stop() {
		sim.close();
		webhook.close();
	}

	@Test
	void compatibleModeSaysItTwice() {
		sim.account(account.withMode(SimAccount.Mode.COMPATIBLE));
		mum.text(APP, "课表").await();
		XmlTree body = XmlTree.read(last().body());
		assertThat(body.textOf("Content")).isEqualTo("课表");
		assertThat(new PushCipher(account.aesKey()).open(body.textOf("Encrypt")).xml()).contains("课表");
		assertThat(last().parameter("encrypt_type")).isEqualTo("aes");
	}

	@Test
	void plainModeHasNothingOfTheEnvelope() {
		sim.account(account.withMode(SimAccount.Mode.PLAIN));
		Push push = mum.text(APP, "课表").await();
		assertThat(last().body()).isEqualTo(push.draft().clearXml());
		assertThat(last().query()).doesNotContain("encrypt_type", "msg_signature");
	}

	@Test
	void signaturesAreWrongWhereOrdered() {
		sim.pushOptions(PushOptions.wronglySigned());
		mum.text(APP, "课表").await();
		assertThat(last().parameter("signature")).isNotEqualTo(signature());
		sim.pushOptions(PushOptions.bodyWronglySigned());
		mum.text(APP, "课表").await();
		assertThat(last().parameter("signature")).isEqualTo(signature());
		assertThat(last().parameter("msg_signature")).isNotEqualTo(
				Signature.of(account.token(), last().parameter("timestamp"), last().parameter("nonce"), sealed()));
	}

	@Test
	void timestampIsOldWhereOrdered() {
		sim.pushOptions(PushOptions.stale());
		mum.text(APP, "课表").await();
		assertThat(signedAt()).isBefore(Instant.now().minus(Duration.ofMinutes(9)));
		assertThat(last().parameter("signature")).isEqualTo(signature());
	}

	@Test
	void timestampFollowsTheSimulatorWhereSet() {
		sim.clock().advance(Duration.ofDays(2));
		mum.text(APP, "课表").await();
		assertThat(signedAt()).isBefore(Instant.now().plusSeconds(5));
		sim.pushSettings(sim.pushSettings().withPushTime(PushSettings.PushTime.VIRTUAL));
		mum.text(APP, "课表").await();
		assertThat(signedAt()).isAfter(Instant.now().plus(Duration.ofHours(47)));
	}

	@Test
	void envelopeIsSealedOtherwiseWhereOrdered() {
		sim.pushOptions(PushOptions.withPreviousKey());
		mum.text(APP, "课表").await();
		assertThat(new PushCipher(OLD_KEY).open(sealed()).appId()).isEqualTo(APP);
		sim.pushOptions(PushOptions.forOtherAppId());
		mum.text(APP, "课表").await();
		assertThat(new PushCipher(account.aesKey()).open(sealed()).appId()).isNotEqualTo(APP);
	}

	@Test
	void bodyIsHugeOrJsonWhereOrdered() {
		sim.pushOptions(PushOptions.huge());
		mum.text(APP, "课表").await();
		assertThat(last().body().length()).isGreaterThan(1024 * 1024);
		sim.pushOptions(PushOptions.asJson());
		sim.account(account.withMode(SimAccount.Mode.PLAIN));
		mum.text(APP, "课表").await();
		JsonNode body = Json.MAPPER.readTree(last().body());
		assertThat(body.path("Content").asString()).isEqualTo("课表");
		assertThat(body.path("MsgId").isNumber()).isTrue();
		assertThat(last().contentType()).isEqualTo("application/json");
	}

	@Test
	void answeredPushComesAgainWhereOrdered() {
		sim.pushOptions(PushOptions.duplicated().times(1));
		assertThat(mum.text(APP, "课表").await().attempts()).hasSize(2);
		assertThat(mum.text(APP, "课表").await().attempts()).hasSize(1);
	}

	@Test
	void pushIsOvertakenWhereOrdered() {
		sim.pushOptions(PushOptions.reordered().times(1));
		Push first = mum.text(APP, "一");
		mum.text(APP, "二").await();
		first.await();
		PushCipher cipher = new PushCipher(account.aesKey());
		List<String> contents = webhook.received()
			.stream()
			.skip(1)
			.map((request) -> cipher.open(XmlTree.read(request.body()).textOf("Encrypt")).xml())
			.map((xml) -> XmlTree.read(xml).textOf("Content"))
			.toList();
		assertThat(contents).containsExactly("二", "一");
	}

	@Test
	void repeatsComeFromAnotherAddressWhereOrdered() {
		webhook.answers("nonsense");
		sim.pushOptions(PushOptions.fromTwoAddresses());
		mum.text(APP, "课表").await();
		assertThat(webhook.received().stream().skip(1).map(WebhookStub.Received::from).toList())
			.containsExactly("127.0.0.1", "127.0.0.2", "127.0.0.1");
	}

	@Test
	void addressIsVerifiedByItsEcho() {
		webhook.answers((request) -> WebhookStub.Answer.of(request.parameter("echostr")));
		assertThat(sim.verify(APP).verified()).isTrue();
		assertThat(last().method()).isEqualTo("GET");
		assertThat(last().parameter("signature")).isEqualTo(signature());
		webhook.answers((request) -> WebhookStub.Answer.of("\"" + request.parameter("echostr") + "\""));
		assertThat(sim.verify(APP).verified()).isFalse();
		sim.webhook(APP, null);
		assertThat(sim.verify(APP).note()).isEqualTo("没有填写服务器地址");
	}

	private WebhookStub.Received last() {
		return webhook.received().get(webhook.received().size() - 1);
	}

	private String sealed() {
		return XmlTree.read(last().body()).textOf("Encrypt");
	}

	private String signature() {
		return Signature.of(account.token(), last().parameter("timestamp"), last().parameter("nonce"));
	}

	private Instant signedAt() {
		return Instant.ofEpochSecond(Long.parseLong(last().parameter("timestamp")));
	}

}
