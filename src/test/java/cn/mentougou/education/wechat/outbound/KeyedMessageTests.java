package cn.mentougou.education.wechat.outbound;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import cn.mentougou.education.EngineTest;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.inbox.MessageKey;
import cn.mentougou.education.wechat.sender.SendResults;
import cn.mentougou.education.wechat.token.FakePlatform;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
@SpringBootTest(classes = OutboundTests.SmallApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class KeyedMessageTests extends OutboundFixture {

	@Autowired
	private SendResults results;

	@Test
	void templateMessageNeedsNoWindow() {
		OutboundId id = send(template());
		settled("SENT");
		assertThat(this.outbound.find(id).orElseThrow().explanation()).contains("已发送");
	}

	@Test
	void lostAnswerIsRepeatedWithTheSameKey() {
		platform.answer(TEMPLATE, (call) -> new FakePlatform.Answer(FakePlatform.Answer.CUT, ""));
		send(template());
		settled("NEW ANSWER");
		platform.answer(TEMPLATE, TAKEN);
		later(Duration.ofMinutes(2));
		settled("SENT");
		assertThat(calls(TEMPLATE)).extracting((call) -> call.body().replaceAll(".*client_msg_id\":\"(\\w+)\".*", "$1"))
			.hasSize(2)
			.allMatch((key) -> key.length() == 32)
			.containsOnly(calls(TEMPLATE).get(0).body().replaceAll(".*client_msg_id\":\"(\\w+)\".*", "$1"));
	}

	@Test
	void afterTheKeyIsForgottenNobodyKnows() {
		platform.answer(TEMPLATE, "{\"errcode\":-1,\"errmsg\":\"system error rid: 1-2\"}");
		send(template());
		settled("NEW -1");
		later(Duration.ofMinutes(8));
		Awaitility.await().until(() -> calls(TEMPLATE).size() == 2);
		settled("NEW -1");
		later(Duration.ofMinutes(1));
		settled("UNKNOWN INTERRUPTED");
		later(Duration.ofMinutes(10));
		assertThat(calls(TEMPLATE)).hasSize(2);
	}

	@Test
	void refusalAfterALostAnswerLeavesItUnknown() {
		platform.answer(TEMPLATE, (call) -> new FakePlatform.Answer(FakePlatform.Answer.CUT, ""));
		send(template());
		settled("NEW ANSWER");
		platform.answer(TEMPLATE, "{\"errcode\":43004,\"errmsg\":\"require subscribe rid: 1-2\"}");
		later(Duration.ofMinutes(2));
		settled("UNKNOWN 43004");
	}

	@Test
	void whatSurelyDidNotLeaveMayBeTriedLongerThanTheKeyLives() {
		platform.answer(TEMPLATE, "{\"errcode\":45011,\"errmsg\":\"too fast rid: 1-2\"}");
		send(template());
		settled("NEW 45011");
		later(Duration.ofMinutes(30));
		Awaitility.await().until(() -> calls(TEMPLATE).size() == 2);
		settled("NEW 45011");
		platform.answer(TEMPLATE, TAKEN);
		later(Duration.ofMinutes(30));
		settled("SENT");
	}

	@Test
	void whatThePlatformSaysOfTheDayWaitsForTheNextAndHoldsUpNoOtherChannel() {
		platform.answer(TEMPLATE, "{\"errcode\":45009,\"errmsg\":\"reach max api daily quota limit rid: 1-2\"}");
		send(template());
		settled("NEW 45009");
		send(template());
		settled("NEW 45009", "NEW");
		wrote();
		send(text("照常"));
		settled("NEW 45009", "NEW", "SENT");
		platform.answer(TEMPLATE, TAKEN);
		later(Duration.ofHours(24));
		settled("SENT", "SENT", "SENT");
		assertThat(calls(TEMPLATE)).hasSize(3);
	}

	@Test
	void resultThatComesBeforeOurCallHasReturnedIsRecorded() {
		String number = Integer.toString(UUID.randomUUID().hashCode() & Integer.MAX_VALUE);
		AtomicBoolean isReported = new AtomicBoolean();
		platform.answer(TEMPLATE, (call) -> {
			this.transaction.executeWithoutResult((status) -> report(number, "failed:user block"));
			isReported.set(true);
			return new FakePlatform.Answer(200, TAKEN.replace("200228332", number));
		});
		OutboundId id = send(template());
		settled("SENT");
		assertThat(isReported).isTrue();
		assertThat(this.outbound.find(id).orElseThrow().explanation()).contains("拒收");
		report(number, "success");
		assertThat(this.outbound.find(id).orElseThrow().explanation()).contains("拒收");
	}

	private void report(String number, String status) {
		InboundMessage message = new InboundMessage.Event(header("event:TEMPLATESENDJOBFINISH"),
				new InboundEvent.TemplateJobFinished(number, status));
		assertThat(this.results.concerns(message, null)).isTrue();
		this.results.learn(new Push(new MessageKey(new byte[32]), message, new byte[0], this.clock.instant(), 0, "c"));
	}

}
