package cn.mentougou.education.wechat.dialogue;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.dialogue.DialogueEntry.Outcome;
import cn.mentougou.education.wechat.dialogue.DialogueEntry.Side;
import cn.mentougou.education.wechat.sender.OutboundMessage;
import cn.mentougou.education.wechat.unanswered.Unanswered;
import cn.mentougou.education.wechat.unanswered.UnansweredId;

/**
 * Answers people. An answer goes into the ledger of what is sent in the same transaction
 * in which it is written down here; the person counts as answered when WeChat has taken
 * it, or when somebody of the staff says so.
 */
@Component
public class AnswerDesk {

	private static final Logger logger = LoggerFactory.getLogger(AnswerDesk.class);

	private static final int STEP = 100;

	private final DialogueMapper mapper;

	private final EntryMapper entries;

	private final DialogueSeal seal;

	private final Clerks clerks;

	private final Unanswered unanswered;

	private final AnswerWay way;

	private final Audit audit;

	private final Clock clock;

	private final TransactionTemplate transaction;

	AnswerDesk(Dialogues.Parts parts, Unanswered unanswered, AnswerWay way, Audit audit,
			PlatformTransactionManager transactions) {
		this.mapper = parts.mapper();
		this.entries = parts.entries();
		this.seal = parts.seal();
		this.clerks = parts.clerks();
		this.clock = parts.clock();
		this.unanswered = unanswered;
		this.way = way;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** A key for one answer: the same form sent twice is one answer. */
	public static String freshKey() {
		return HexFormat.of().formatHex(DialogueSeal.freshKey());
	}

	/**
	 * Answers the person.
	 * @throws Refusal.Conflict if a colleague acted meanwhile, or nothing can be sent any
	 * more
	 * @throws Refusal.Invalid if there are no words, or too many
	 */
	@Transactional
	public void answer(Actor actor, DialogueId id, Answer answer) {
		this.clerks.require(actor);
		DialogueMapper.Row row = this.mapper.findAndLock(id.value())
			.orElseThrow(() -> new Refusal.NotFound("dialogue.no-such-dialogue"));
		if (this.entries.findByKey(answer.entryKey()).isPresent()) {
			return;
		}
		if (row.version() != answer.version()) {
			throw new Refusal.Conflict("dialogue.acted-meanwhile");
		}
		ReplyTime time = this.way.timesOf(List.of(row.person())).get(0);
		Instant closesAt = time.closesAt();
		if (!time.isOpen() || closesAt == null) {
			throw new Refusal.Conflict("dialogue.window-closed");
		}
		long sent = this.way
			.send(new AnswerWay.Order(answer.key(), row.appId(), this.seal.openId(row), answer.text(), closesAt));
		this.entries.insert(new EntryMapper.Row(0, answer.entryKey(), row.id(), Side.STAFF, "text",
				this.seal.sealWords(answer.text(), answer.entryKey()), actor.id(), now(),
				this.entries.lastAsked(row.id(), answer.seen()), sent, Outcome.SENDING, null));
		if (this.mapper.act(row.of((row.assignee() != null) ? row.assignee() : Long.valueOf(actor.id()))) != 1) {
			throw new Refusal.Conflict("dialogue.acted-meanwhile");
		}
		this.audit.record(AuditEntry.done(actor, "dialogue.answered", "dialogue", row.id()).with("outbound", sent));
	}

	/**
	 * Decides what an answer means that was refused, or of which nobody knows whether it
	 * arrived.
	 * @param answered whether the person has an answer all the same
	 * @throws Refusal.Conflict if it was decided already
	 */
	@Transactional
	public void decide(Actor actor, DialogueId id, long entryId, boolean answered) {
		this.clerks.require(actor);
		DialogueMapper.Row row = this.mapper.findAndLock(id.value())
			.orElseThrow(() -> new Refusal.NotFound("dialogue.no-such-dialogue"));
		EntryMapper.Row entry = this.entries.find(entryId)
			.filter((one) -> one.dialogueId() == row.id() && one.outcome() != null)
			.orElseThrow(() -> new Refusal.NotFound("dialogue.no-such-answer"));
		Outcome from = Objects.requireNonNull(entry.outcome());
		if (!from.isUndecided() || this.entries.settle(entryId, from, answered ? Outcome.CONFIRMED : Outcome.GIVEN_UP,
				entry.reason()) != 1) {
			throw new Refusal.Conflict("dialogue.decided-already");
		}
		if (answered) {
			countAnswered(entry);
			this.way.confirm(actor, Objects.requireNonNull(entry.outboundId()));
		}
		this.mapper.act(standing(row.undecided(-1)));
		this.audit.record(AuditEntry
			.done(actor, answered ? "dialogue.answer-confirmed" : "dialogue.answer-given-up", "dialogue", row.id())
			.with("entry", entryId));
	}

	/**
	 * Learns what became of the answers that were being sent, and what became known or
	 * was decided elsewhere about the others.
	 */
	void settle() {
		List<EntryMapper.Row> page = this.entries.listUnsettled(0, STEP);
		while (!page.isEmpty()) {
			page.forEach(this::settle);
			page = this.entries.listUnsettled(page.get(page.size() - 1).id(), STEP);
		}
	}

	private void settle(EntryMapper.Row entry) {
		try {
			this.way.outcomeOf(Objects.requireNonNull(entry.outboundId()))
				.filter((learned) -> learned.outcome() != entry.outcome())
				.ifPresent((learned) -> this.transaction.executeWithoutResult((status) -> settled(entry, learned)));
		}
		catch (RuntimeException ex) {
			// The others are not kept waiting; it is looked at again in a moment.
			logger.error("dialogue: the outcome of answer {} could not be recorded", entry.id(), ex);
		}
	}

	private void settled(EntryMapper.Row entry, AnswerWay.Learned learned) {
		DialogueMapper.Row row = this.mapper.findAndLock(entry.dialogueId()).orElse(null);
		Outcome from = Objects.requireNonNull(entry.outcome());
		if (row == null || this.entries.settle(entry.id(), from, learned.outcome(), learned.reason()) != 1) {
			return;
		}
		int undecided = (learned.outcome().isUndecided() ? 1 : 0) - (from.isUndecided() ? 1 : 0);
		if (!learned.outcome().isUndecided()) {
			countAnswered(entry);
			undecided -= this.entries.giveUpBefore(row.id(), entry.id());
		}
		this.mapper.settle(standing(row.undecided(undecided)));
	}

	private void countAnswered(EntryMapper.Row entry) {
		if (entry.unansweredId() != null && entry.writtenBy() != null) {
			this.unanswered.answer(entry.dialogueId(), new UnansweredId(entry.unansweredId()),
					new Unanswered.Settled(entry.writtenBy(), entry.writtenAt()));
		}
	}

	/** Whether somebody waits follows from what is counted as open. */
	private DialogueMapper.Row standing(DialogueMapper.Row row) {
		Dialogue.State otherwise = (row.state() == Dialogue.State.CLOSED) ? Dialogue.State.CLOSED
				: Dialogue.State.ANSWERED;
		return row.waiting(this.unanswered.openSince(row.id()).orElse(null), otherwise);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * An answer.
	 *
	 * @param key what {@link #freshKey} gave to its form
	 * @param version what the actor had seen of the conversation
	 * @param seen the last entry that the actor had seen
	 * @param text what is said
	 */
	public record Answer(String key, long version, long seen, String text) {

		/**
		 * Refuses what cannot be sent.
		 * @throws Refusal.Invalid if the key is none, or there are no words or too many
		 */
		public Answer {
			if (!key.matches("[0-9a-f]{64}")) {
				throw new Refusal.Invalid("dialogue.form-outdated");
			}
			text = text.replace("\r\n", "\n").strip();
			if (text.isEmpty()) {
				throw new Refusal.Invalid("dialogue.answer-missing");
			}
			if (!OutboundMessage.Text.fits(text)) {
				throw new Refusal.Invalid("dialogue.answer-too-long", OutboundMessage.Text.MAX_BYTES);
			}
		}

		byte[] entryKey() {
			return HexFormat.of().parseHex(this.key);
		}

		/** Keeps the words out of every log. */
		@Override
		public String toString() {
			return "Answer[" + this.version + "]";
		}

	}

}
