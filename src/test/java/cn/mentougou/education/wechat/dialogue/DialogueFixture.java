package cn.mentougou.education.wechat.dialogue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.absence.Absences;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.office.staff.Actors;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.dialogue.DialogueFilter.Whose;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.unanswered.Figures;
import cn.mentougou.education.wechat.unanswered.Unanswered;

/** Clerks of a commission, and somebody who writes to it. */
@PageTest
abstract class DialogueFixture {

	static final DialogueFilter ALL = new DialogueFilter(Whose.ALL, null, null, false);

	@Autowired
	protected Dialogues dialogues;

	@Autowired
	protected AnswerDesk desk;

	@Autowired
	protected DialogueListener listener;

	@Autowired
	protected DialogueHolder holder;

	@Autowired
	protected Unanswered unanswered;

	@Autowired
	protected LookupIndex index;

	@Autowired
	protected District district;

	@Autowired
	protected People people;

	@Autowired
	protected Actors actors;

	@Autowired
	protected Absences absences;

	@Autowired
	protected Vault vault;

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	protected Clock clock;

	protected Actor clerk;

	protected Actor colleague;

	protected String mother;

	protected Instant now;

	@BeforeEach
	void found() {
		this.clerk = clerk("孙雅琴");
		this.colleague = clerk("钱二");
		this.mother = "oMother" + UUID.randomUUID().toString().substring(0, 20);
		this.now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	protected Actor clerk(String name) {
		PersonId person = this.district.person(name, this.district.commission());
		this.district.give(person, Role.ENQUIRY_CLERK, this.district.commission());
		return this.actors.actorOf(person, "192.0.2.1").orElseThrow();
	}

	/** Somebody wrote just now, and the windows know of it. */
	protected Dialogue asked(String words) {
		Push push = Talk.text(this.mother, words, this.now);
		this.listener.learn(push);
		Talk.open(this.jdbc, this.index, push);
		return only();
	}

	protected Dialogue only() {
		return this.dialogues.list(this.clerk, ALL, null).rows().get(0).dialogue();
	}

	protected void answer(Actor actor, Dialogue dialogue, String text) {
		this.desk.answer(actor, dialogue.id(),
				new AnswerDesk.Answer(AnswerDesk.freshKey(), dialogue.version(), lastOf(dialogue).id(), text));
	}

	protected void close(DialogueId id) {
		Dialogue dialogue = this.dialogues.find(this.clerk, id);
		this.dialogues.close(this.clerk, id, dialogue.version(), lastOf(dialogue).id());
	}

	protected DialogueEntry lastOf(Dialogue dialogue) {
		List<DialogueEntry> entries = this.dialogues.entries(this.clerk, dialogue.id(), null);
		return entries.get(entries.size() - 1);
	}

	/** What the ledger would have learnt. */
	protected void sent(String state, String reason) {
		this.jdbc.sql("UPDATE outbound_message SET state = ?, reason = ? WHERE state = 'NEW'")
			.params(state, reason)
			.update();
		this.desk.settle();
	}

	protected Figures figures() {
		LocalDate today = LocalDate.now(this.clock);
		return this.unanswered.between(today, today.plusDays(1), null);
	}

	protected List<String> audited() {
		return this.jdbc.sql("SELECT action FROM audit_entry WHERE action LIKE 'dialogue.%' ORDER BY id")
			.query(String.class)
			.list();
	}

}
