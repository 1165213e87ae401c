package cn.mentougou.education.journey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.staff.Actors;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.dialogue.AnswerDesk;
import cn.mentougou.education.wechat.dialogue.Dialogue;
import cn.mentougou.education.wechat.dialogue.DialogueEntry;
import cn.mentougou.education.wechat.dialogue.DialogueEntry.Outcome;
import cn.mentougou.education.wechat.dialogue.DialogueId;
import cn.mentougou.education.wechat.dialogue.Dialogues;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.push.PushOptions;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** People write to an account, and clerks answer as far as the platform lets them. */
@Journey
class DialogueJourneyTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private Dialogues dialogues;

	@Autowired
	private AnswerDesk desk;

	@Autowired
	private Actors actors;

	@Autowired
	private JdbcClient jdbc;

	private District district;

	private Actor clerk;

	private SimPerson mother;

	@BeforeEach
	void arrive(@Autowired Units units, @Autowired People people, @Autowired Appointments appointments) {
		this.simulator.pushOptions(PushOptions.NONE);
		this.district = new District(units, people, appointments);
		this.clerk = clerk();
		this.mother = this.simulator.person("王女士");
		this.mother.follow(SERVICE).await();
	}

	@AfterEach
	void repair() {
		this.simulator.faults().clear();
	}

	@Test
	void clerkAnswersBeforeTheWindowClosesAndThePhoneShowsIt() {
		this.mother.text(SERVICE, "请问转学要带什么 " + UUID.randomUUID()).await();
		assertThat(words()).last().asString().contains("工作人员", "答复您");
		Dialogue dialogue = latest();
		assertThat(open(dialogue)).isOne();
		this.simulator.clock().advance(Duration.ofHours(47));
		answer(this.clerk, dialogue, "户口本和学籍卡。");
		until(() -> words().contains("户口本和学籍卡。"));
		assertThat(this.mother.phone(SERVICE)).filteredOn((bubble) -> "户口本和学籍卡。".equals(bubble.text()))
			.singleElement()
			.satisfies((bubble) -> assertThat(bubble.via()).isEqualTo(Bubble.Via.CUSTOMER_SERVICE));
		settled(dialogue, Outcome.SENT);
		assertThat(open(dialogue)).isZero();
		assertThat(this.dialogues.find(this.clerk, dialogue.id()).state()).isEqualTo(Dialogue.State.ANSWERED);
		assertThat(this.jdbc.sql("SELECT settled_by FROM unanswered_message WHERE dialogue_id = ?")
			.param(dialogue.id().value())
			.query(Long.class)
			.single()).isEqualTo(this.clerk.id());
	}

	@Test
	void whoseWindowHasClosedIsNotWrittenToUntilTheyWriteAgain() {
		this.mother.text(SERVICE, "两天没有人看的话 " + UUID.randomUUID()).await();
		Dialogue dialogue = latest();
		this.simulator.clock().advance(Duration.ofHours(48));
		assertThat(this.dialogues.replyTime(this.clerk, dialogue.id()).why()).contains("48 小时", "再次留言");
		assertThatThrownBy(() -> answer(this.clerk, dialogue, "太迟")).isInstanceOf(Refusal.Conflict.class)
			.hasMessage("dialogue.window-closed");
		this.mother.text(SERVICE, "我再问一次 " + UUID.randomUUID()).await();
		assertThat(this.dialogues.replyTime(this.clerk, dialogue.id()).remaining()).isEqualTo(5);
		answer(this.clerk, dialogue, "现在答复您。");
		until(() -> words().contains("现在答复您。"));
		assertThat(words()).doesNotContain("太迟");
		settled(dialogue, Outcome.SENT);
		assertThat(open(dialogue)).isZero();
	}

	@Test
	void sixthAnswerIsNotOfferedWhatThePlatformWouldRefuse() {
		// Else the three messages that following allows would be spent first.
		this.simulator.clock().advance(Duration.ofMinutes(2));
		this.mother.text(SERVICE, "一问五答 " + UUID.randomUUID()).await();
		Dialogue dialogue = latest();
		for (int i = 1; i <= 5; i++) {
			String words = "第 " + i + " 条";
			answer(this.clerk, this.dialogues.find(this.clerk, dialogue.id()), words);
			until(() -> words().contains(words));
		}
		assertThat(this.dialogues.replyTime(this.clerk, dialogue.id()).why()).contains("条数已经用完");
		assertThatThrownBy(() -> answer(this.clerk, this.dialogues.find(this.clerk, dialogue.id()), "第 6 条"))
			.hasMessage("dialogue.window-closed");
	}

	@Test
	void anyNumberOfDeliveriesIsOneRow() {
		Push push = this.mother.text(SERVICE, "只问一次 " + UUID.randomUUID()).await();
		List<Push> again = IntStream.range(0, 20).mapToObj((i) -> this.simulator.redeliver(push.id())).toList();
		again.forEach(Push::await);
		Dialogue dialogue = latest();
		assertThat(open(dialogue)).isOne();
		assertThat(this.dialogues.entries(this.clerk, dialogue.id(), null)).hasSize(1);
	}

	@Test
	void whatSomebodyElseAnswersNeverAppears() {
		int before = this.jdbc.sql("SELECT COUNT(*) FROM unanswered_message").query(Integer.class).single();
		this.mother.text(SERVICE, JourneyHandlers.COUNT + UUID.randomUUID()).await();
		this.mother.menu(SERVICE, "NO_SUCH_KEY").await();
		this.mother.scan(SERVICE, "SCHOOL_1").await();
		this.mother.view(SERVICE, "https://h5.example.cn/").await();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM unanswered_message").query(Integer.class).single())
			.isEqualTo(before);
	}

	@Test
	void answerThatThePersonRefusesIsShownAndNotCounted() {
		this.mother.text(SERVICE, "我拒收消息 " + UUID.randomUUID()).await();
		Dialogue dialogue = latest();
		this.mother.refusesMessages(SERVICE, true);
		answer(this.clerk, dialogue, "收不到的答复");
		DialogueEntry refused = settled(dialogue, Outcome.REFUSED);
		assertThat(refused.why()).contains("拒收");
		assertThat(open(dialogue)).isOne();
		this.desk.decide(this.clerk, dialogue.id(), refused.id(), true);
		assertThat(open(dialogue)).isZero();
	}

	@Test
	void answerOfWhichNobodyKnowsIsNotSentAgain() {
		this.mother.text(SERVICE, "断线的时候 " + UUID.randomUUID()).await();
		Dialogue dialogue = latest();
		this.simulator.faults().add(Fault.of(FaultAction.DROP_AFTER).onPath("/cgi-bin/message/custom/send").times(1));
		answer(this.clerk, dialogue, "也许收到了的答复");
		DialogueEntry unknown = settled(dialogue, Outcome.UNKNOWN);
		assertThat(unknown.why()).contains("可能已经送达");
		assertThat(open(dialogue)).isOne();
		assertThat(words().stream().filter("也许收到了的答复"::equals)).hasSize(1);
		this.desk.decide(this.clerk, dialogue.id(), unknown.id(), false);
		assertThat(open(dialogue)).isOne();
		assertThat(this.dialogues.find(this.clerk, dialogue.id()).undecided()).isZero();
	}

	@Test
	void ofTwoClerksAtOnceOneAnswersAndTheOtherIsTold() throws Exception {
		this.mother.text(SERVICE, "两个人都想答 " + UUID.randomUUID()).await();
		Dialogue dialogue = latest();
		Map<String, Actor> clerks = Map.of("甲来答", this.clerk, "乙来答", clerk());
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(2);
		List<Future<String>> outcomes = clerks.entrySet().stream().map((one) -> threads.submit(() -> {
			start.await();
			try {
				answer(one.getValue(), dialogue, one.getKey());
				return "answered";
			}
			catch (Refusal.Conflict ex) {
				return ex.code();
			}
		})).toList();
		start.countDown();
		assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get())).containsExactlyInAnyOrder("answered",
				"dialogue.acted-meanwhile");
		threads.shutdown();
		settled(dialogue, Outcome.SENT);
		assertThat(words().stream().filter((words) -> words.endsWith("来答"))).hasSize(1);
	}

	private Actor clerk() {
		PersonId person = this.district.person("孙雅琴", this.district.commission());
		this.district.give(person, Role.ENQUIRY_CLERK, this.district.commission());
		return this.actors.actorOf(person, "192.0.2.1").orElseThrow();
	}

	/** The conversation that was begun last. */
	private Dialogue latest() {
		long id = this.jdbc.sql("SELECT MAX(id) FROM dialogue_thread").query(Long.class).single();
		return this.dialogues.find(this.clerk, new DialogueId(id));
	}

	private int open(Dialogue dialogue) {
		return this.jdbc.sql("SELECT COUNT(*) FROM unanswered_message WHERE dialogue_id = ? AND state = 'OPEN'")
			.param(dialogue.id().value())
			.query(Integer.class)
			.single();
	}

	private void answer(Actor actor, Dialogue dialogue, String text) {
		List<DialogueEntry> entries = this.dialogues.entries(actor, dialogue.id(), null);
		this.desk.answer(actor, dialogue.id(), new AnswerDesk.Answer(AnswerDesk.freshKey(), dialogue.version(),
				entries.get(entries.size() - 1).id(), text));
	}

	/** Waits until the job has learnt what became of the last answer. */
	private DialogueEntry settled(Dialogue dialogue, Outcome outcome) {
		until(() -> {
			this.simulator.clock().advance(Duration.ofSeconds(1));
			return last(dialogue).outcome() == outcome;
		});
		return last(dialogue);
	}

	private DialogueEntry last(Dialogue dialogue) {
		List<DialogueEntry> entries = this.dialogues.entries(this.clerk, dialogue.id(), null);
		return entries.get(entries.size() - 1);
	}

	private List<String> words() {
		return this.mother.phone(SERVICE)
			.stream()
			.filter((bubble) -> bubble.side() == Bubble.Side.ACCOUNT)
			.map((bubble) -> String.valueOf(bubble.text()))
			.toList();
	}

	private static void until(Callable<Boolean> condition) {
		await().atMost(Duration.ofSeconds(20)).until(condition);
	}

}
