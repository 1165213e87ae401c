package cn.mentougou.education.wechat.dialogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.staff.PersonLeft;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.dialogue.Dialogue.State;
import cn.mentougou.education.wechat.dialogue.DialogueEntry.Side;
import cn.mentougou.education.wechat.unanswered.Unanswered;

/**
 * The desk of the conversations: what waits, what was said, whose it is. Who is no clerk
 * of the commission finds nothing here.
 */
@Component
public class Dialogues {

	/** How many entries of a conversation are shown at once. */
	public static final int ENTRIES = 100;

	private static final int LONGEST_NOTE = 2000;

	private static final Duration ONE_READING = Duration.ofMinutes(10);

	private static final int MOST_WINDOWS = 200;

	/** No window of the platform was ever longer. */
	private static final Duration LONGEST_WINDOW = Duration.ofHours(48);

	private final DialogueMapper mapper;

	private final EntryMapper entries;

	private final DialogueSeal seal;

	private final Clerks clerks;

	private final Unanswered unanswered;

	private final AnswerWay way;

	private final Audit audit;

	private final Clock clock;

	private final Map<String, Instant> readings = new ConcurrentHashMap<>();

	Dialogues(Parts parts, Unanswered unanswered, AnswerWay way, Audit audit) {
		this.mapper = parts.mapper();
		this.entries = parts.entries();
		this.seal = parts.seal();
		this.clerks = parts.clerks();
		this.clock = parts.clock();
		this.unanswered = unanswered;
		this.way = way;
		this.audit = audit;
	}

	/** A page of the conversations: who waits first, the longest on top. */
	public KeyPage<Listed> list(Actor actor, DialogueFilter filter, @Nullable String after) {
		if (!this.clerks.include(actor)) {
			return new KeyPage<>(List.of(), Optional.empty());
		}
		Optional<Cursor> cursor = Cursor.byText(after).filter((one) -> one.sort().matches("\\d{1,18}"));
		DialogueMapper.Search search = new DialogueMapper.Search(
				(filter.whose() == DialogueFilter.Whose.MINE) ? this.clerks.handsOf(actor) : null,
				filter.whose() == DialogueFilter.Whose.NOBODYS, filter.appId(), filter.state(), filter.undecided(),
				cursor.map((one) -> Long.parseLong(one.sort())).orElse(null), cursor.map(Cursor::id).orElse(0L));
		KeyPage<DialogueMapper.Row> rows = KeyPage.of(this.mapper.list(search, KeyPage.ROWS + 1), KeyPage.ROWS,
				(row) -> Cursor.of(String.valueOf(row.place()), row.id()));
		List<ReplyTime> times = this.way.timesOf(rows.rows().stream().map(DialogueMapper.Row::person).toList());
		return new KeyPage<>(IntStream.range(0, times.size())
			.mapToObj((at) -> new Listed(this.seal.open(rows.rows().get(at)), times.get(at)))
			.toList(), rows.next());
	}

	/** The conversation with that number, as people say it. */
	public Optional<Dialogue> numbered(Actor actor, String words) {
		if (!this.clerks.include(actor)) {
			return Optional.empty();
		}
		return Dialogue.numbered(words)
			.flatMap((id) -> this.mapper.find(id.value()))
			.map(this.seal::open)
			.filter((dialogue) -> dialogue.number().replace("-", "").equalsIgnoreCase(words.strip().replace("-", "")));
	}

	/**
	 * The conversation.
	 * @throws Refusal.NotFound if there is none, or the actor is no clerk
	 */
	public Dialogue find(Actor actor, DialogueId id) {
		return this.seal.open(row(actor, id));
	}

	/**
	 * The conversation, opened to be read: that is recorded, and once in ten minutes for
	 * a page that stays open and looks for news.
	 */
	@Transactional
	public Dialogue read(Actor actor, DialogueId id) {
		Dialogue dialogue = find(actor, id);
		Instant now = now();
		this.readings.values().removeIf((at) -> at.isBefore(now.minus(ONE_READING)));
		if (this.readings.putIfAbsent(actor.id() + ":" + id.value(), now) == null) {
			this.audit.record(AuditEntry.done(actor, "dialogue.read", "dialogue", id.value()));
		}
		return dialogue;
	}

	/**
	 * What was said, in the order of time: the last {@link #ENTRIES} before that entry.
	 * @param before the entry, or null for the end
	 */
	public List<DialogueEntry> entries(Actor actor, DialogueId id, @Nullable Long before) {
		this.clerks.require(actor);
		List<DialogueEntry> entries = new ArrayList<>(
				this.entries.latest(id.value(), (before != null) ? before : Long.MAX_VALUE, ENTRIES)
					.stream()
					.map(this.seal::open)
					.toList());
		Collections.reverse(entries);
		return entries;
	}

	/** How long the person may be answered. */
	public ReplyTime replyTime(Actor actor, DialogueId id) {
		DialogueMapper.Row row = row(actor, id);
		return this.way.timesOf(List.of(row.person())).get(0);
	}

	/** To whom a conversation can be given. */
	public Map<PersonId, String> clerks() {
		return this.clerks.all();
	}

	/** Keeps a note for the staff beside the conversation; nobody else sees it. */
	@Transactional
	public void note(Actor actor, DialogueId id, String text) {
		DialogueMapper.Row row = row(actor, id);
		if (text.isBlank()) {
			throw new Refusal.Invalid("dialogue.note-missing");
		}
		if (text.length() > LONGEST_NOTE) {
			throw new Refusal.Invalid("dialogue.note-too-long", LONGEST_NOTE);
		}
		byte[] key = DialogueSeal.freshKey();
		this.entries.insert(new EntryMapper.Row(0, key, row.id(), Side.NOTE, "text",
				this.seal.sealWords(text.strip(), key), actor.id(), now(), null, null, null, null));
		this.audit.record(AuditEntry.done(actor, "dialogue.noted", "dialogue", row.id()));
	}

	/**
	 * Gives the conversation to a clerk, or to nobody.
	 * @param version what the actor had seen
	 * @throws Refusal.Conflict if a colleague acted meanwhile
	 * @throws Refusal.Invalid if that person is no clerk
	 */
	@Transactional
	public void assign(Actor actor, DialogueId id, long version, @Nullable PersonId clerk) {
		DialogueMapper.Row row = locked(actor, id, version);
		if (clerk != null && !this.clerks.all().containsKey(clerk)) {
			throw new Refusal.Invalid("dialogue.no-clerk");
		}
		act(row.of((clerk != null) ? clerk.value() : null));
		AuditEntry entry = AuditEntry.done(actor, "dialogue.assigned", "dialogue", row.id());
		this.audit.record((clerk != null) ? entry.with("person", clerk.value()) : entry);
	}

	/**
	 * Ends the conversation until the person writes again; what is still open needs no
	 * answer.
	 * @param version what the actor had seen
	 * @param seen the last entry that the actor had seen
	 * @throws Refusal.Conflict if somebody acted or wrote meanwhile, or something is left
	 * to decide
	 */
	@Transactional
	public void close(Actor actor, DialogueId id, long version, long seen) {
		DialogueMapper.Row row = locked(actor, id, version);
		if (this.entries.countUnseen(row.id(), seen) > 0) {
			throw new Refusal.Conflict("dialogue.wrote-meanwhile");
		}
		if (row.undecided() > 0 || this.entries.countSending(row.id()) > 0) {
			throw new Refusal.Conflict("dialogue.answer-undecided");
		}
		int left = this.unanswered.setAside(row.id(), Unanswered.Settled.by(actor, now()));
		act(row.waiting(null, State.CLOSED));
		this.audit.record(AuditEntry.done(actor, "dialogue.closed", "dialogue", row.id()).with("set-aside", left));
	}

	/** What waits, as far as this actor may see it. */
	public Optional<Waiting> waiting(Actor actor) {
		if (!this.clerks.include(actor)) {
			return Optional.empty();
		}
		DialogueMapper.Count count = this.mapper.count();
		return Optional.of(new Waiting(count.waiting(), count.since(), count.undecided(),
				(count.waiting() == 0) ? List.of() : closing()));
	}

	/** Of those who wait, whoever wrote first is the first who cannot be answered. */
	private List<Dialogue> closing() {
		Instant now = now();
		List<DialogueMapper.Row> rows = this.mapper.listWaiting(now.minus(LONGEST_WINDOW), MOST_WINDOWS);
		List<ReplyTime> times = this.way.timesOf(rows.stream().map(DialogueMapper.Row::person).toList());
		return IntStream.range(0, rows.size())
			.filter((at) -> times.get(at).closesSoon(now))
			.mapToObj((at) -> this.seal.open(rows.get(at)))
			.toList();
	}

	@EventListener
	void on(PersonLeft left) {
		this.mapper.leave(left.person().value());
	}

	private DialogueMapper.Row row(Actor actor, DialogueId id) {
		this.clerks.require(actor);
		return this.mapper.find(id.value()).orElseThrow(() -> new Refusal.NotFound("dialogue.no-such-dialogue"));
	}

	private DialogueMapper.Row locked(Actor actor, DialogueId id, long version) {
		this.clerks.require(actor);
		DialogueMapper.Row row = this.mapper.findAndLock(id.value())
			.orElseThrow(() -> new Refusal.NotFound("dialogue.no-such-dialogue"));
		if (row.version() != version) {
			throw new Refusal.Conflict("dialogue.acted-meanwhile");
		}
		return row;
	}

	private void act(DialogueMapper.Row row) {
		if (this.mapper.act(row) != 1) {
			throw new Refusal.Conflict("dialogue.acted-meanwhile");
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * A conversation in the list.
	 *
	 * @param dialogue the conversation
	 * @param time how long the person may be answered
	 */
	public record Listed(Dialogue dialogue, ReplyTime time) {
	}

	/**
	 * What waits.
	 *
	 * @param count how many people
	 * @param since since when the first of them; null if nobody does
	 * @param undecided in how many conversations an answer waits for a decision
	 * @param closing who cannot be answered any more within the hour
	 */
	public record Waiting(int count, @Nullable Instant since, int undecided, List<Dialogue> closing) {

		/** Copies the list. */
		public Waiting {
			closing = List.copyOf(closing);
		}

	}

	/** What the desk works with. */
	record Parts(DialogueMapper mapper, EntryMapper entries, DialogueSeal seal, Clerks clerks, Clock clock) {
	}

}
