package cn.mentougou.education.newsroom.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.newsroom.markup.NewsMarkup;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.Releases;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.review.Reviews;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * The desk of the items. A submitter writes those of the own unit, an editor all within
 * reach; reviewers and leaders read them. A save that changes anything which is shown
 * voids what was reviewed, in the same transaction.
 */
@Component
public class Drafts {

	/** Who may read items at the console. */
	public static final Set<Role> READERS = Set.of(Role.SUBMITTER, Role.EDITOR, Role.REVIEWER, Role.LEADER);

	/** One sitting makes one version, unless it is handed in meanwhile. */
	private static final Duration SITTING = Duration.ofMinutes(30);

	private static final String FILE_OWNER = "news.item";

	private final ItemMapper items;

	private final NewsVersionMapper versions;

	private final Attachments attachments;

	private final Releases releases;

	private final Reviews reviews;

	private final Audit audit;

	private final Clock clock;

	Drafts(ItemMapper items, NewsVersionMapper versions, Attachments attachments, Releases releases, Reviews reviews,
			Audit audit, Clock clock) {
		this.items = items;
		this.versions = versions;
		this.attachments = attachments;
		this.releases = releases;
		this.reviews = reviews;
		this.audit = audit;
		this.clock = clock;
	}

	/** Whether the actor may write items of this unit. */
	public static boolean mayWrite(Actor actor, long unit) {
		return actor.kind() == Actor.Kind.SYSTEM || actor.holds(Role.EDITOR, new UnitId(unit))
				|| actor.holds(Role.SUBMITTER, new UnitId(unit));
	}

	/** The units whose items the actor reads. */
	public static Set<UnitId> reach(Actor actor) {
		return READERS.stream().flatMap((role) -> actor.reach(role).stream()).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * The item.
	 * @throws Refusal.NotFound if there is none or it lies outside of the actor's units
	 */
	public NewsItem visibleTo(Actor actor, NewsId id) {
		return this.items.find(id.value())
			.filter((item) -> reach(actor).contains(new UnitId(item.unitId())))
			.orElseThrow(() -> new Refusal.NotFound("draft.no-such-item"));
	}

	/** The version that people work on. */
	public NewsVersion working(NewsItem item) {
		return version(item, item.version()).orElseThrow();
	}

	/** A version. */
	public Optional<NewsVersion> version(NewsItem item, int number) {
		return this.versions.find(item.id(), number).map(NewsVersionMapper.Row::version);
	}

	/** The versions, the latest first. */
	public List<NewsVersion.Line> versions(NewsItem item) {
		return this.versions.listOf(item.id());
	}

	/** Who wrote any of it. */
	public Set<Long> authors(NewsItem item) {
		return this.items.authorsOf(item.id());
	}

	/**
	 * A page of items, newest first.
	 * @param units whose items alone, or null where the actor reads all
	 * @param before only those before this number
	 */
	public List<NewsItem> list(@Nullable Set<UnitId> units, ItemFilter filter, long before, int limit) {
		if (units != null && units.isEmpty()) {
			return List.of();
		}
		return this.items.list((units != null) ? units.stream().map(UnitId::value).toList() : null, filter,
				filter.words(), before, limit);
	}

	/** Whether a version of the item refers to this file. */
	public boolean refersTo(NewsItem item, AttachmentId file) {
		return this.attachments.isAttached(file, FILE_OWNER, Long.toString(item.id()));
	}

	/** What waits for its author: given back, or edited after it was handed in. */
	public List<NewsItem> waitingFor(Actor actor) {
		return this.items.waitingFor(actor.id());
	}

	/** Begins an item for a unit. */
	@Transactional
	public NewsId begin(Actor actor, UnitId unit, NewsDraft given) {
		if (!mayWrite(actor, unit.value())) {
			throw new Refusal.NotFound("draft.no-such-item");
		}
		NewsDraft draft = clean(given);
		Instant now = this.clock.instant();
		GeneratedKey key = new GeneratedKey();
		this.items.insert(unit.value(), draft, actor.id(), now, key);
		long id = key.getValue();
		this.versions.insert(NewsVersionMapper.Row.of(id, 1, draft, actor.id(), now));
		this.items.insertAuthor(id, actor.id(), now);
		draft.boards().forEach((board) -> this.items.insertBoard(id, board));
		keepFiles(actor, unit.value(), id, NewsDraft.blank(), draft);
		this.audit.record(AuditEntry.done(actor, "news.begun", Releases.KIND, id).with("unit", unit.value()));
		return new NewsId(id);
	}

	/**
	 * Saves what was written. Where nothing changed nothing is written.
	 * @param revision on what it was written
	 * @return the item as it is now
	 * @throws Refusal.Conflict if somebody saved something else meanwhile, or it was
	 * withdrawn
	 */
	@Transactional
	public NewsItem save(Actor actor, NewsId id, int revision, NewsDraft given) {
		NewsDraft draft = clean(given);
		// The review is locked before the item, as whoever decides about it does.
		this.reviews.contentChanged(Releases.KIND, id.text(), ContentHash.of(draft));
		NewsItem item = this.items.hold(id.value()).orElseThrow(() -> new Refusal.NotFound("draft.no-such-item"));
		requireWriter(actor, item);
		NewsVersionMapper.Row before = this.versions.find(item.id(), item.version()).orElseThrow();
		if (before.draft().equals(draft)) {
			return item;
		}
		if (item.revision() != revision) {
			throw new Refusal.Conflict("draft.changed-meanwhile");
		}
		write(actor, item, before, draft);
		return this.items.find(item.id()).orElseThrow();
	}

	private void write(Actor actor, NewsItem item, NewsVersionMapper.Row before, NewsDraft draft) {
		Instant now = this.clock.instant();
		boolean isNew = before.frozenAt() != null || before.savedBy() != actor.id()
				|| before.savedAt().plus(SITTING).isBefore(now);
		int number = isNew ? before.number() + 1 : before.number();
		NewsVersionMapper.Row row = NewsVersionMapper.Row.of(item.id(), number, draft, actor.id(), now);
		int written = isNew ? this.versions.insert(row) : this.versions.change(row);
		boolean isOut = item.stage() == Stage.SUBMITTED || item.stage() == Stage.APPROVED;
		Stage stage = isOut ? Stage.CHANGED : item.stage();
		if (written != 1 || this.items.save(item, number, stage, draft, actor.id(), now) != 1) {
			throw new Refusal.Conflict("draft.changed-meanwhile");
		}
		this.items.insertAuthor(item.id(), actor.id(), now);
		this.items.deleteBoards(item.id());
		draft.boards().forEach((board) -> this.items.insertBoard(item.id(), board));
		keepFiles(actor, item.unitId(), item.id(), before.draft(), draft);
		this.releases.workingOn(new NewsId(item.id()), row.contentHash());
		if (isNew || isOut) {
			this.audit.record(AuditEntry.done(actor, "news.edited", Releases.KIND, item.id())
				.with("version", number)
				.with("stage", stage));
		}
	}

	/** Files of other units do not exist; files of an older version stay with it. */
	private void keepFiles(Actor actor, long unit, long item, NewsDraft before, NewsDraft draft) {
		Set<Long> known = before.files();
		for (Long file : draft.files()) {
			if (!known.contains(file)) {
				AttachmentId id = new AttachmentId(file);
				boolean isVisible = this.attachments.find(id)
					.filter((one) -> one.unit().value() == unit || Attachments.reach(actor).contains(one.unit()))
					.isPresent();
				if (!isVisible) {
					throw new Refusal.NotFound("attachment.no-such-file");
				}
				this.attachments.attach(id, FILE_OWNER, Long.toString(item));
			}
		}
	}

	private static NewsDraft clean(NewsDraft draft) {
		return draft.withBody(NewsMarkup.clean(draft.body()));
	}

	static void requireWriter(Actor actor, NewsItem item) {
		if (!mayWrite(actor, item.unitId())) {
			if (reach(actor).contains(new UnitId(item.unitId()))) {
				throw new Refusal.Forbidden("draft.not-yours");
			}
			throw new Refusal.NotFound("draft.no-such-item");
		}
		if (item.stage() == Stage.WITHDRAWN) {
			throw new Refusal.Conflict("draft.withdrawn");
		}
	}

}
