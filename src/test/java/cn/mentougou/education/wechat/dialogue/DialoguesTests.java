package cn.mentougou.education.wechat.dialogue;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.absence.AbsenceDetails;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.dialogue.DialogueFilter.Whose;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.unanswered.Figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What waits, what was said, whose it is. */
class DialoguesTests extends DialogueFixture {

	@Test
	void onlyWhatNobodyAnswersConcernsTheStaff() {
		InboundMessage text = Talk.text(this.mother, "请问", this.now).message();
		assertThat(this.listener.concerns(text, Turn.DEFAULT_ANSWER)).isTrue();
		assertThat(this.listener.concerns(text, null)).isFalse();
		for (Turn turn : Turn.values()) {
			assertThat(this.listener.concerns(text, turn)).as(turn.name()).isEqualTo(turn == Turn.DEFAULT_ANSWER);
		}
		InboundMessage event = new InboundMessage.Event(Talk.header(this.mother, "event:CLICK", this.now),
				new InboundEvent.MenuTapped("KEY"));
		assertThat(this.listener.concerns(event, Turn.DEFAULT_ANSWER)).isFalse();
	}

	@Test
	void everyKindOfMessageStandsInOneConversationAndIsCounted() {
		InboundMessage.Header header = Talk.header(this.mother, "image", this.now);
		for (InboundMessage message : List.of(new InboundMessage.Text(header, "请问什么时候报名", null),
				new InboundMessage.Image(header, "http://p", "m"), new InboundMessage.Voice(header, "m", "amr", "说的话"),
				new InboundMessage.Video(header, "m", "t", true),
				new InboundMessage.Location(header, 39.9, 116.1, 15, "门头沟区教委"),
				new InboundMessage.Link(header, "标题", "说明", "https://example.cn/"),
				new InboundMessage.Unknown(header))) {
			this.listener.learn(Talk.push(message, this.now));
		}
		Dialogue dialogue = only();
		assertThat(dialogue.state()).isEqualTo(Dialogue.State.WAITING);
		assertThat(dialogue.maskedPerson()).startsWith("oMot****").doesNotContain(this.mother);
		assertThat(this.dialogues.entries(this.clerk, dialogue.id(), null)).extracting(DialogueEntry::words)
			.containsExactly("请问什么时候报名", null, "说的话", null, "门头沟区教委", "标题\nhttps://example.cn/", null);
		assertThat(figures()).isEqualTo(new Figures(0, 7, 1, 0, 0, 7));
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM dialogue_entry WHERE words LIKE '%报名%'")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void messageThatComesAgainIsNotCountedAgain() {
		Push push = Talk.text(this.mother, "请问", this.now);
		this.listener.learn(push);
		this.listener.learn(push);
		assertThat(this.dialogues.entries(this.clerk, only().id(), null)).hasSize(1);
		assertThat(figures().asked()).isOne();
	}

	@Test
	void closedConversationIsOpenedByANewMessageAsANewOccasion() {
		Dialogue dialogue = asked("谢谢");
		close(dialogue.id());
		assertThat(only().state()).isEqualTo(Dialogue.State.CLOSED);
		assertThat(figures()).isEqualTo(new Figures(0, 1, 1, 0, 1, 0));
		this.listener.learn(Talk.text(this.mother, "还有一问", this.now.plusSeconds(60)));
		assertThat(only().state()).isEqualTo(Dialogue.State.WAITING);
		assertThat(figures()).isEqualTo(new Figures(0, 2, 2, 0, 1, 1));
		assertThatThrownBy(() -> this.dialogues.close(this.clerk, dialogue.id(), only().version(), 0))
			.hasMessage("dialogue.wrote-meanwhile");
	}

	@Test
	void whoWaitsLongestStandsOnTopAndWhoWasAnsweredBelow() {
		List<String> others = List.of("oA", "oB", "oC").stream().map((one) -> one + this.mother).toList();
		this.listener.learn(Talk.text(others.get(0), "晚", this.now.plusSeconds(20)));
		this.listener.learn(Talk.text(others.get(1), "早", this.now.plusSeconds(10)));
		this.listener.learn(Talk.text(others.get(2), "谢谢", this.now));
		close(this.dialogues.list(this.clerk, ALL, null).rows().get(0).dialogue().id());
		assertThat(this.dialogues.list(this.clerk, ALL, null).rows())
			.extracting((one) -> one.dialogue().spokeAt().getEpochSecond() - this.now.getEpochSecond())
			.containsExactly(10L, 20L, 0L);
		Dialogues.Waiting waiting = this.dialogues.waiting(this.clerk).orElseThrow();
		assertThat(waiting.count()).isEqualTo(2);
		assertThat(waiting.since()).isEqualTo(this.now.plusSeconds(10));
		assertThat(this.dialogues
			.list(this.clerk, new DialogueFilter(Whose.NOBODYS, null, Dialogue.State.CLOSED, false), null)
			.rows()).hasSize(1);
		assertThat(this.dialogues
			.list(this.clerk, new DialogueFilter(Whose.ALL, EngineProperties.SUBSCRIPTION, null, false), null)
			.rows()).isEmpty();
	}

	@Test
	void pagesFollowTheKeyWithoutGapOrRepeat() {
		for (int i = 0; i < 120; i++) {
			this.listener.learn(Talk.text("oMany" + i + this.mother, "问", this.now.plusMillis(i / 3)));
		}
		KeyPage<Dialogues.Listed> page = this.dialogues.list(this.clerk, ALL, null);
		Set<Long> seen = new LinkedHashSet<>();
		while (true) {
			page.rows().forEach((one) -> assertThat(seen.add(one.dialogue().id().value())).isTrue());
			if (page.next().isEmpty()) {
				break;
			}
			page = this.dialogues.list(this.clerk, ALL, page.next().get());
		}
		assertThat(seen).hasSize(120);
		assertThat(this.dialogues.list(this.clerk, ALL, "rubbish").rows()).hasSize(KeyPage.ROWS);
	}

	@Test
	void delegateOfAnAbsentClerkFindsTheirConversations() {
		Dialogue dialogue = asked("请问");
		this.dialogues.assign(this.clerk, dialogue.id(), dialogue.version(), this.clerk.person());
		PersonId deputy = this.district.person("赵代理", this.district.commission());
		long held = this.jdbc.sql("SELECT id FROM office_appointment WHERE person_id = ?")
			.param(this.clerk.id())
			.query(Long.class)
			.single();
		LocalDate today = LocalDate.now(this.clock);
		this.absences.record(this.clerk, this.clerk.person(), new AbsenceDetails(today, today, deputy, Set.of(held)));
		Actor acting = this.actors.actorOf(deputy, "192.0.2.1").orElseThrow();
		assertThat(this.dialogues.list(acting, new DialogueFilter(Whose.MINE, null, null, false), null).rows())
			.hasSize(1);
		assertThat(this.dialogues.list(this.colleague, new DialogueFilter(Whose.MINE, null, null, false), null).rows())
			.isEmpty();
		assertThat(this.dialogues.clerks()).containsEntry(this.clerk.person(), "孙雅琴（今天不在岗）")
			.containsEntry(this.colleague.person(), "钱二")
			.doesNotContainKey(deputy);
	}

	@Test
	void whatBelongsToAClerkWhoLeavesIsFreeAgain() {
		Dialogue dialogue = asked("请问");
		this.dialogues.assign(this.colleague, dialogue.id(), dialogue.version(), this.clerk.person());
		this.people.leave(Actor.system("test"), this.clerk.person());
		assertThat(this.dialogues.find(this.colleague, dialogue.id()).assignee()).isNull();
		assertThatThrownBy(
				() -> this.dialogues.assign(this.colleague, dialogue.id(), dialogue.version() + 2, this.clerk.person()))
			.hasMessage("dialogue.no-clerk");
	}

	@Test
	void clerkOfASchoolFindsNothing() {
		Dialogue dialogue = asked("请问");
		Actor ofSchool = this.district.holding(Role.ENQUIRY_CLERK, this.district.unit(UnitKind.SCHOOL, "永定河小学"));
		assertThat(this.dialogues.list(ofSchool, ALL, null).rows()).isEmpty();
		assertThat(this.dialogues.waiting(ofSchool)).isEmpty();
		assertThat(this.dialogues.numbered(ofSchool, dialogue.number())).isEmpty();
		assertThatThrownBy(() -> this.dialogues.find(ofSchool, dialogue.id())).isInstanceOf(Refusal.NotFound.class);
		assertThatThrownBy(() -> this.dialogues.entries(ofSchool, dialogue.id(), null))
			.isInstanceOf(Refusal.NotFound.class);
		assertThatThrownBy(() -> answer(ofSchool, dialogue, "答")).isInstanceOf(Refusal.NotFound.class);
		assertThatThrownBy(() -> this.dialogues.note(ofSchool, dialogue.id(), "注"))
			.isInstanceOf(Refusal.NotFound.class);
	}

	@Test
	void numberIsFoundAsPeopleSayIt() {
		Dialogue dialogue = asked("请问");
		assertThat(this.dialogues.numbered(this.clerk, " " + dialogue.number().toLowerCase())).contains(dialogue);
		assertThat(this.dialogues.numbered(this.clerk, dialogue.number().replace("-", ""))).contains(dialogue);
		assertThat(this.dialogues.numbered(this.clerk, dialogue.number().replaceFirst("\\d{4}", "1999"))).isEmpty();
		assertThat(this.dialogues.numbered(this.clerk, "报名")).isEmpty();
	}

	@Test
	void readingIsRecordedOnceForAPageThatStaysOpen() {
		Dialogue dialogue = asked("请问");
		this.dialogues.read(this.clerk, dialogue.id());
		this.dialogues.read(this.clerk, dialogue.id());
		this.dialogues.read(this.colleague, dialogue.id());
		assertThat(audited()).containsExactly("dialogue.read", "dialogue.read");
	}

}
