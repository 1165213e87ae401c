package cn.mentougou.education.journey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.journey.JourneyHandlers.Effects;
import cn.mentougou.education.journey.JourneyHandlers.Gate;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.inbox.Outcome;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushOptions;
import cn.mentougou.wechatsim.push.PushRecord;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Journey
class MessageJourneyTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private Effects effects;

	@Autowired
	private Gate gate;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Inbox inbox;

	private SimPerson mother;

	@BeforeEach
	void arrive() {
		this.simulator.pushOptions(PushOptions.NONE);
		this.gate.isFailing = true;
		this.mother = this.simulator.person("王女士");
	}

	@Test
	void whoFollowsIsWelcomedByEachAccountInItsOwnWords() {
		this.mother.follow(SERVICE).await();
		this.mother.follow(EngineProperties.SUBSCRIPTION).await();
		assertThat(lastWords(SERVICE)).isNotBlank();
		assertThat(lastWords(EngineProperties.SUBSCRIPTION)).isNotBlank();
	}

	@Test
	void aWordThatNobodyKnowsIsAnsweredAndFiledForTheStaff() {
		String words = "这是一句谁也没有准备的话 " + UUID.randomUUID();
		this.mother.follow(SERVICE).await();
		this.mother.text(SERVICE, words).await();
		assertThat(lastWords(SERVICE)).isNotBlank();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM inbox_message WHERE outcome = 'UNANSWERED'")
			.query(Integer.class)
			.single()).isPositive();
	}

	@Test
	void everyKindOfMessageIsTakenAtItsFirstDelivery() {
		this.mother.follow(SERVICE).await();
		List<Push> pushes = List.of(this.mother.image(SERVICE), this.mother.voice(SERVICE, "招生"),
				this.mother.voice(SERVICE, ""), this.mother.video(SERVICE), this.mother.shortVideo(SERVICE),
				this.mother.location(SERVICE, 39.94, 116.1, "门头沟"), this.mother.link(SERVICE, "t", "d", "http://u"),
				this.mother.scan(SERVICE, "SCHOOL_1"),
				this.mother.event(SERVICE, "CLICK", "<EventKey>NO_SUCH_KEY</EventKey>"),
				this.mother.view(SERVICE, "https://h5.example.cn/"), this.mother.locationReport(SERVICE, 39.9, 116.1),
				this.mother.event(SERVICE, "a_new_event", "<Novel>1</Novel>"),
				this.mother.message(SERVICE, "miniprogrampage", "<Title>t</Title>"), this.mother.unfollow(SERVICE));
		assertThat(pushes).allSatisfy((push) -> {
			assertThat(push.await().state()).isNotEqualTo(PushRecord.State.FAILED);
			assertThat(push.attempts()).hasSize(1);
		});
	}

	@Test
	void aKindThatNobodyKnowsIsKeptWholeAndAnsweredKindly() {
		this.mother.follow(SERVICE).await();
		String title = "<Title>" + UUID.randomUUID() + "</Title>";
		Push push = this.mother.message(SERVICE, "miniprogrampage", title).await();
		assertThat(push.state()).isEqualTo(PushRecord.State.ANSWERED);
		assertThat(lastWords(SERVICE)).isNotBlank();
		assertThat(this.inbox.latest(Outcome.UNANSWERED, Duration.ofDays(1), 200))
			.filteredOn((stored) -> new String(stored.xml(), StandardCharsets.UTF_8).contains(title))
			.singleElement()
			.satisfies((stored) -> assertThat(stored.kind()).isEqualTo("miniprogrampage"));
	}

	@Test
	void aTextOfTheGreatestLengthWithEmojiIsTaken() {
		this.mother.follow(SERVICE).await();
		Push push = this.mother.text(SERVICE, "👨‍👩‍👧]]>&<".repeat(150) + "字".repeat(500)).await();
		assertThat(push.state()).isEqualTo(PushRecord.State.ANSWERED);
	}

	@Test
	void aRepeatAfterTheAnswerGetsTheVerySameReplyAndHasNoSecondEffect() {
		String words = JourneyHandlers.COUNT + UUID.randomUUID();
		this.mother.follow(SERVICE).await();
		Push first = this.mother.text(SERVICE, words).await();
		this.simulator.clock().advance(Duration.ofSeconds(7));
		Push again = this.simulator.redeliver(first.id()).await();
		assertThat(again.lastAttempt().answerClear()).isEqualTo(first.lastAttempt().answerClear());
		assertThat(again.lastAttempt().answerWire()).isNotEqualTo(first.lastAttempt().answerWire());
		assertThat(this.effects.of(words)).isOne();
	}

	@Test
	void aRepeatOfAKeywordGetsTheVerySameReply() {
		this.mother.follow(SERVICE).await();
		Push first = this.mother.text(SERVICE, "没有规则的话").await();
		this.simulator.clock().advance(Duration.ofSeconds(7));
		Push again = this.simulator.redeliver(first.id()).await();
		assertThat(again.lastAttempt().answerClear()).isEqualTo(first.lastAttempt().answerClear());
	}

	@Test
	void twentyDeliveriesAtOnceAreOneEffectAndOneReply() {
		String words = JourneyHandlers.GATED + UUID.randomUUID();
		this.gate.close();
		this.mother.follow(SERVICE).await();
		Push first = this.mother.text(SERVICE, words);
		until(() -> !first.attempts().isEmpty());
		List<Push> others = IntStream.range(0, 19).mapToObj((i) -> this.simulator.redeliver(first.id())).toList();
		this.gate.open();
		String reply = first.await().lastAttempt().answerClear();
		assertThat(reply).contains("等到了");
		assertThat(others)
			.allSatisfy((other) -> assertThat(other.await().lastAttempt().answerClear()).isEqualTo(reply));
		assertThat(this.effects.of(words)).isOne();
	}

	@Test
	void aHandlerThatTakesLongerIsParkedAndAnswersByCustomerServiceMessage() {
		String words = JourneyHandlers.GATED + UUID.randomUUID();
		this.gate.close();
		this.mother.follow(SERVICE).await();
		Push push = this.mother.text(SERVICE, words).await();
		assertThat(push.attempts()).hasSize(1);
		assertThat(push.lastAttempt().answerWire()).isEqualTo("success");
		assertThat(push.lastAttempt().durationMillis()).isBetween(4000L, 5000L);
		assertThat(this.simulator.redeliver(push.id()).await().lastAttempt().answerWire()).isEqualTo("success");
		this.gate.open();
		until(() -> words(SERVICE).contains("等到了"));
		assertThat(bubble(SERVICE, "等到了").via()).isEqualTo(Bubble.Via.CUSTOMER_SERVICE);
		assertThat(this.effects.of(words)).isOne();
		assertThat(this.simulator.redeliver(push.id()).await().lastAttempt().answerWire()).isEqualTo("success");
		assertThat(words(SERVICE).stream().filter("等到了"::equals)).hasSize(1);
	}

	@Test
	void aHandlerThatFailsLeavesAKindSentenceADeadLetterAndNoEffect() {
		String words = JourneyHandlers.FAIL + UUID.randomUUID();
		this.mother.follow(SERVICE).await();
		Push push = this.mother.text(SERVICE, words).await();
		assertThat(push.state()).isEqualTo(PushRecord.State.ANSWERED);
		assertThat(lastWords(SERVICE)).contains("已经收到").doesNotContain("Exception");
		assertThat(this.effects.of(words)).isZero();
		String reason = this.jdbc.sql("SELECT reason FROM dead_letter WHERE state = 'OPEN' ORDER BY id DESC LIMIT 1")
			.query(String.class)
			.single();
		assertThat(reason).contains("IllegalStateException").doesNotContain("private words");
	}

	private String lastWords(String appId) {
		List<String> words = words(appId);
		return words.isEmpty() ? "" : words.get(words.size() - 1);
	}

	private List<String> words(String appId) {
		return this.mother.phone(appId)
			.stream()
			.filter((bubble) -> bubble.side() == Bubble.Side.ACCOUNT)
			.map((bubble) -> String.valueOf(bubble.text()))
			.toList();
	}

	private Bubble bubble(String appId, String text) {
		return this.mother.phone(appId)
			.stream()
			.filter((bubble) -> text.equals(bubble.text()))
			.findFirst()
			.orElseThrow();
	}

	private static void until(Callable<Boolean> condition) {
		await().atMost(Duration.ofSeconds(20)).until(condition);
	}

}
