package cn.mentougou.wechatsim.conformance;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.envelope.PushCipher;
import cn.mentougou.wechatsim.envelope.Signature;
import cn.mentougou.wechatsim.envelope.XmlTree;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushAttempt;
import cn.mentougou.wechatsim.push.PushRecord;
import cn.mentougou.wechatsim.push.Verdict;
import cn.mentougou.wechatsim.stub.Replies;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatTests {

	private static final String APP = "wx00000000000000f1";

	private final WebhookStub webhook = new WebhookStub();

	private final SimAccount account = SimAccount.service(APP).withWebhookUrl(webhook.url());

	private final WeChatSimulator sim = WeChatSimulator
		.start(SimulatorSettings.defaults().port(0).platformPort(0).timeout(Duration.ofMillis(500)).account(account));

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
	void repeatsSayTheSameWithAFreshSignature() {
		webhook.answers("nonsense");
		Push push = mum.text(APP, "课表").await();
		List<WebhookStub.Received> repeats = webhook.received().subList(1, 4);
		assertThat(push.attempts()).extracting(PushAttempt::verdict).containsOnly(Verdict.BAD).hasSize(3);
		assertThat(new HashSet<>(repeats.stream().map((request) -> request.parameter("nonce")).toList())).hasSize(3);
		PushCipher cipher = new PushCipher(account.aesKey());
		for (WebhookStub.Received request : repeats) {
			String sealed = XmlTree.read(request.body()).textOf("Encrypt");
			assertThat(cipher.open(sealed)).isEqualTo(new PushCipher.Opened(push.draft().clearXml(), APP));
			assertThat(request.parameter("msg_signature")).isEqualTo(
					Signature.of(account.token(), request.parameter("timestamp"), request.parameter("nonce"), sealed));
			assertThat(request.parameter("signature"))
				.isEqualTo(Signature.of(account.token(), request.parameter("timestamp"), request.parameter("nonce")));
			assertThat(request.parameter("encrypt_type")).isEqualTo("aes");
		}
	}

	@Test
	void slowServerIsLeftAndWhatItSaysLaterIsOnlyLogged() {
		webhook.answers((request) -> WebhookStub.Answer.of("success").after(Duration.ofMillis(700)));
		Push push = mum.text(APP, "课表").await();
		assertThat(push.state()).isEqualTo(PushRecord.State.FAILED);
		assertThat(push.attempts()).hasSize(3);
		assertThat(mum.phone(APP)).filteredOn(Bubble::isFault).hasSize(1);
		Awaitility.await()
			.untilAsserted(() -> assertThat(push.attempts()).extracting(PushAttempt::verdict)
				.containsOnly(Verdict.LATE_DISCARDED));
		assertThat(push.lastAttempt().answerWire()).isEqualTo("success");
		assertThat(mum.phone(APP)).filteredOn(Bubble::isFault).hasSize(1);
	}

	@Test
	void repeatThatIsAnsweredInTimeCounts() {
		String reply = Replies.sealed(account, Replies.text(account, mum.openId(APP), "下周一开学"));
		webhook.answers((request) -> (webhook.received().size() == 2)
				? WebhookStub.Answer.of(reply).after(Duration.ofMillis(700)) : WebhookStub.Answer.of(reply));
		Push push = mum.text(APP, "开学").await();
		assertThat(push.state()).isEqualTo(PushRecord.State.ANSWERED);
		assertThat(push.attempts()).hasSize(2);
		assertThat(mum.phone(APP)).extracting(Bubble::text).containsOnlyOnce("下周一开学").doesNotContain(Bubble.FAULT_LINE);
	}

	@Test
	void serverThatTakesAndSaysNothingIsLeftInTime() throws IOException {
		try (ServerSocket mute = new ServerSocket(0)) {
			sim.webhook(APP, "http://127.0.0.1:" + mute.getLocalPort() + "/");
			assertThat(mum.text(APP, "在吗").await().attempts()).allSatisfy((attempt) -> {
				assertThat(attempt.verdict()).isEqualTo(Verdict.TIMEOUT);
				assertThat(attempt.durationMillis()).isBetween(450L, 3_000L);
			});
		}
	}

	@Test
	void deadServerIsAConnectionError() throws IOException {
		int port;
		try (ServerSocket closed = new ServerSocket(0)) {
			port = closed.getLocalPort();
		}
		sim.webhook(APP, "http://127.0.0.1:" + port + "/");
		Push push = mum.text(APP, "在吗").await();
		assertThat(push.attempts()).extracting(PushAttempt::verdict).containsOnly(Verdict.CONNECTION_ERROR).hasSize(3);
	}

	@Test
	void everyStatusBut200IsRepeated() {
		webhook.answers((request) -> new WebhookStub.Answer(201, "success", Duration.ZERO));
		Push push = mum.text(APP, "在吗").await();
		assertThat(push.attempts()).extracting(PushAttempt::verdict).containsOnly(Verdict.HTTP_STATUS).hasSize(3);
	}

	@Test
	void backgroundEventsShowNoFaultLine() {
		webhook.answers("nonsense");
		mum.event(APP, "TEMPLATESENDJOBFINISH", "<MsgID>3100000001</MsgID><Status><![CDATA[success]]></Status>")
			.await();
		mum.view(APP, "https://h5.example.cn/").await();
		mum.unfollow(APP).await();
		assertThat(mum.phone(APP)).noneMatch(Bubble::isFault);
	}

	@Test
	void otherMessagesGoOnWhileOneIsRepeated() {
		webhook.answers((request) -> words(request).equals("一")
				? WebhookStub.Answer.of("success").after(Duration.ofMillis(700)) : WebhookStub.Answer.of("success"));
		Push slow = mum.text(APP, "一");
		Push quick = mum.text(APP, "二").await();
		assertThat(quick.attempts()).hasSize(1);
		assertThat(slow.await().attempts()).hasSize(3);
		Instant second = slow.attempts().get(1).at();
		assertThat(quick.attempts().get(0).at()).isAfter(slow.attempts().get(0).at())
			.isBefore(second.plusMillis(slow.attempts().get(1).durationMillis()));
	}

	private String words(WebhookStub.Received request) {
		String sealed = XmlTree.read(request.body()).textOf("Encrypt");
		return XmlTree.read(new PushCipher(account.aesKey()).open(sealed).xml()).textOf("Content");
	}

	@Test
	void messagesOfOnePersonAreSentInOrder() {
		Push last = mum.text(APP, "0");
		for (int i = 1; i < 30; i++) {
			last = mum.text(APP, String.valueOf(i));
		}
		last.await();
		PushCipher cipher = new PushCipher(account.aesKey());
		List<String> sent = sim.pushLog()
			.stream()
			.map((push) -> push.attempts().get(0))
			.sorted((one, other) -> one.at().compareTo(other.at()))
			.map(PushAttempt::requestBody)
			.skip(1)
			.map((body) -> XmlTree.read(cipher.open(XmlTree.read(body).textOf("Encrypt")).xml()).textOf("Content"))
			.toList();
		assertThat(sent).isEqualTo(IntStream.range(0, 30).mapToObj(String::valueOf).toList());
	}

	@Test
	void redeliveryIsTheSameMessageAgain() {
		String reply = Replies.sealed(account, Replies.text(account, mum.openId(APP), "收到"));
		webhook.answers(reply);
		Push first = mum.text(APP, "课表").await();
		Push again = sim.redeliver(first.id()).await();
		assertThat(again.draft().clearXml()).isEqualTo(first.draft().clearXml());
		assertThat(again.log().redeliveryOf()).isEqualTo(first.id());
		assertThat(mum.phone(APP)).extracting(Bubble::text).containsOnlyOnce("收到");
		try (WebhookStub other = new WebhookStub()) {
			sim.redeliver(first.id(), other.url()).await();
			assertThat(other.received()).hasSize(1);
		}
	}

}
