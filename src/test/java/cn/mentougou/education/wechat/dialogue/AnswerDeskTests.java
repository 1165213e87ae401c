package cn.mentougou.education.wechat.dialogue;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.dialogue.DialogueEntry.Outcome;
import cn.mentougou.education.wechat.dialogue.DialogueFilter.Whose;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.unanswered.Figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Answers, and what becomes of them. */
class AnswerDeskTests extends DialogueFixture {

	@Autowired
	private Outbound outbound;

	@Test
	void answerCountsWhenItWasSentAndNotBefore() {
		Dialogue dialogue = asked("请问什么时候报名");
		answer(this.clerk, dialogue, "五月一日。");
		assertThat(only().assignee()).isEqualTo(this.clerk.person());
		assertThat(only().state()).isEqualTo(Dialogue.State.WAITING);
		this.desk.settle();
		assertThat(figures().answered()).isZero();
		sent("SENT", null);
		assertThat(only().state()).isEqualTo(Dialogue.State.ANSWERED);
		assertThat(lastOf(dialogue).outcome()).isEqualTo(Outcome.SENT);
		assertThat(figures()).isEqualTo(new Figures(0, 1, 1, 1, 0, 0));
		assertThat(this.jdbc.sql("SELECT settled_by FROM unanswered_message").query(Long.class).single())
			.isEqualTo(this.clerk.id());
		assertThat(audited()).containsExactly("dialogue.answered");
	}

	@Test
	void answerToWhatHadBeenSeenLeavesTheRestWaiting() {
		Dialogue dialogue = asked("第一问");
		long seen = lastOf(dialogue).id();
		this.listener.learn(Talk.text(this.mother, "第二问", this.now.plusSeconds(30)));
		this.desk.answer(this.clerk, dialogue.id(),
				new AnswerDesk.Answer(AnswerDesk.freshKey(), dialogue.version(), seen, "答第一问"));
		sent("SENT", null);
		assertThat(only().state()).isEqualTo(Dialogue.State.WAITING);
		assertThat(only().waitingSince()).isEqualTo(this.now.plusSeconds(30));
		assertThat(figures()).isEqualTo(new Figures(0, 2, 1, 1, 0, 1));
	}

	@Test
	void answerThatMayNotHaveArrivedWaitsForADecision() {
		Dialogue dialogue = asked("请问");
		answer(this.clerk, dialogue, "答复");
		sent("UNKNOWN", "TIMEOUT");
		assertThat(only().undecided()).isOne();
		assertThat(only().state()).isEqualTo(Dialogue.State.WAITING);
		assertThat(lastOf(dialogue).why()).contains("可能已经送达");
		assertThat(this.dialogues.list(this.clerk, new DialogueFilter(Whose.ALL, null, null, true), null).rows())
			.hasSize(1);
		assertThat(this.dialogues.waiting(this.clerk).orElseThrow().undecided()).isOne();
		assertThatThrownBy(() -> close(dialogue.id())).isInstanceOf(Refusal.Conflict.class)
			.hasMessage("dialogue.answer-undecided");
		long entry = lastOf(dialogue).id();
		this.desk.decide(this.clerk, dialogue.id(), entry, true);
		assertThatThrownBy(() -> this.desk.decide(this.clerk, dialogue.id(), entry, false))
			.hasMessage("dialogue.decided-already");
		assertThat(only().state()).isEqualTo(Dialogue.State.ANSWERED);
		assertThat(lastOf(dialogue).outcome()).isEqualTo(Outcome.CONFIRMED);
		assertThat(figures().answered()).isOne();
	}

	@Test
	void answerThatWasRefusedIsFollowedByAnother() {
		Dialogue dialogue = asked("请问");
		answer(this.clerk, dialogue, "答复");
		sent("REFUSED", "45047");
		long refused = lastOf(dialogue).id();
		assertThat(lastOf(dialogue).why()).contains("条数已经用完");
		answer(this.clerk, only(), "再答");
		sent("SENT", null);
		assertThat(only().undecided()).isZero();
		assertThat(only().state()).isEqualTo(Dialogue.State.ANSWERED);
		assertThat(this.dialogues.entries(this.clerk, dialogue.id(), null)).filteredOn((one) -> one.id() == refused)
			.singleElement()
			.satisfies((one) -> assertThat(one.outcome()).isEqualTo(Outcome.GIVEN_UP));
	}

	@Test
	void whoeverAnswersOnOldNewsIsTold() {
		Dialogue dialogue = asked("请问");
		answer(this.clerk, dialogue, "先答");
		assertThatThrownBy(() -> answer(this.colleague, dialogue, "后答")).isInstanceOf(Refusal.Conflict.class)
			.hasMessage("dialogue.acted-meanwhile");
		assertThatThrownBy(() -> this.dialogues.assign(this.colleague, dialogue.id(), dialogue.version(), null))
			.hasMessage("dialogue.acted-meanwhile");
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM outbound_message").query(Integer.class).single()).isOne();
	}

	@Test
	void formThatIsSentTwiceIsOneAnswer() {
		Dialogue dialogue = asked("请问");
		AnswerDesk.Answer answer = new AnswerDesk.Answer(AnswerDesk.freshKey(), dialogue.version(),
				lastOf(dialogue).id(), "一次");
		this.desk.answer(this.clerk, dialogue.id(), answer);
		this.desk.answer(this.clerk, dialogue.id(), answer);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM outbound_message").query(Integer.class).single()).isOne();
	}

	@Test
	void nothingIsSentWhenTheWindowIsClosed() {
		this.listener.learn(Talk.text(this.mother, "很久以前", this.now.minus(Duration.ofHours(49))));
		Dialogue dialogue = only();
		ReplyTime time = this.dialogues.replyTime(this.clerk, dialogue.id());
		assertThat(time.isOpen()).isFalse();
		assertThat(time.why()).contains("48 小时", "再次留言");
		assertThatThrownBy(() -> answer(this.clerk, dialogue, "太迟")).hasMessage("dialogue.window-closed");
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM outbound_message").query(Integer.class).single()).isZero();
	}

	@Test
	void countdownSaysHowLongAndHowMany() {
		Dialogue dialogue = asked("请问");
		ReplyTime time = this.dialogues.replyTime(this.clerk, dialogue.id());
		assertThat(time.remaining()).isEqualTo(5);
		assertThat(time.left(this.now)).startsWith("47 小时");
		assertThat(time.closesSoon(this.now)).isFalse();
		assertThat(time.closesSoon(this.now.plus(Duration.ofMinutes(47 * 60 + 10)))).isTrue();
	}

	@Test
	void windowThatClosesWithinTheHourIsCalledOut() {
		Instant longAgo = this.now.minus(Duration.ofMinutes(47 * 60 + 20));
		Push push = Talk.text(this.mother, "请问", longAgo);
		this.listener.learn(push);
		Talk.open(this.jdbc, this.index, push);
		assertThat(this.dialogues.waiting(this.clerk).orElseThrow().closing()).extracting(Dialogue::id)
			.containsExactly(only().id());
	}

	@Test
	void answerThatWasThoughtLostMayHaveArrivedAfterAll() {
		Dialogue dialogue = asked("请问");
		answer(this.clerk, dialogue, "答复");
		sent("UNKNOWN", "INTERRUPTED");
		this.jdbc.sql("UPDATE outbound_message SET state = 'SENT', reason = NULL").update();
		this.desk.settle();
		assertThat(lastOf(dialogue).outcome()).isEqualTo(Outcome.SENT);
		assertThat(only().undecided()).isZero();
		assertThat(figures().answered()).isOne();
	}

	@Test
	void decisionAboutAnAnswerIsOneHereAndInTheLedger() {
		Dialogue dialogue = asked("请问");
		answer(this.clerk, dialogue, "答复");
		sent("UNKNOWN", "TIMEOUT");
		this.outbound.countAsDelivered(this.colleague, this.outbound.undecided(null, 1).get(0).id());
		this.desk.settle();
		assertThat(lastOf(dialogue).outcome()).isEqualTo(Outcome.CONFIRMED);
		assertThat(figures().answered()).isOne();
		this.listener.learn(Talk.text(this.mother, "第二问", this.now.plusSeconds(30)));
		answer(this.clerk, only(), "再答");
		sent("UNKNOWN", "TIMEOUT");
		assertThat(this.outbound.countUndecided()).isOne();
		this.desk.decide(this.clerk, dialogue.id(), lastOf(dialogue).id(), true);
		assertThat(this.outbound.countUndecided()).isZero();
		assertThat(figures().answered()).isEqualTo(2);
	}

}
