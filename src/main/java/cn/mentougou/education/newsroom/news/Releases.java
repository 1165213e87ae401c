package cn.mentougou.education.newsroom.news;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.newsroom.board.BoardId;
import cn.mentougou.education.newsroom.board.BoardRef;
import cn.mentougou.education.newsroom.board.BoardVisibilityChanged;
import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.news.ReleaseMapper.FileRow;
import cn.mentougou.education.newsroom.news.ReleaseMapper.Row;
import cn.mentougou.education.office.attachment.Attachment;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.attachment.PublicFiles;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.review.ApprovalGate;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** The desk that shows what was approved and takes down what was withdrawn. */
@Component
public class Releases {

	/** What reviews call an item of the news. */
	public static final String KIND = "news";

	private static final int LONGEST_REASON = 500;

	private final ReleaseMapper mapper;

	private final Boards boards;

	private final Attachments attachments;

	private final PublicFiles files;

	private final ApprovalGate gate;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Releases(ReleaseMapper mapper, Boards boards, Attachments attachments, PublicFiles files, ApprovalGate gate,
			Audit audit, ApplicationEventPublisher events, Clock clock) {
		this.mapper = mapper;
		this.boards = boards;
		this.attachments = attachments;
		this.files = files;
		this.gate = gate;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Shows a version from now on, in the place of the one before.
	 * @throws Refusal.Conflict if exactly this content is not approved, the item was
	 * withdrawn, or a file of it has findings that wait for an answer
	 */
	@Transactional
	public void release(Actor actor, Release release) {
		if (!this.gate.isApproved(KIND, release.id().text(), release.contentHash())) {
			throw new Refusal.Conflict("news.not-approved");
		}
		Row before = this.mapper.find(release.id().value()).orElse(null);
		Row row = row(release, before, this.clock.instant());
		write(row, before == null);
		Set<AttachmentId> gone = filesOf(release.id());
		publish(actor, release, gone);
		this.mapper.changed(this.clock.instant());
		this.audit.record(AuditEntry.done(actor, "news.released", KIND, release.id().value())
			.with("version", release.version())
			.with("corrected", release.correction() != null));
		this.events.publishEvent((release.correction() != null) ? new NewsCorrected(release.id(), release.version())
				: new NewsReleased(release.id(), release.version()));
	}

	private void write(Row row, boolean isFirst) {
		if (isFirst && this.mapper.tombstone(row.itemId()).isPresent()) {
			throw new Refusal.Conflict("news.withdrawn");
		}
		int written = isFirst ? this.mapper.insert(row) : this.mapper.change(row);
		if (written != 1) {
			throw new Refusal.Conflict("news.withdrawn");
		}
		Set<Long> open = this.boards.open().keySet();
		this.mapper.deleteBoards(row.itemId());
		boards(row.boards()).forEach((board) -> this.mapper.insertBoard(row.itemId(), board, row.firstShownAt(),
				row.shown() && open.contains(board)));
	}

	private Row row(Release release, @Nullable Row before, Instant now) {
		Map<Long, BoardRef> open = this.boards.open();
		String numbers = release.boards()
			.stream()
			.map(BoardId::value)
			.map(String::valueOf)
			.collect(Collectors.joining(","));
		Source source = release.source();
		AttachmentId cover = release.cover();
		String correction = release.correction();
		Instant correctedAt = (correction != null) ? now : ((before != null) ? before.correctedAt() : null);
		String corrected = (correction != null) ? correction : ((before != null) ? before.correction() : null);
		return new Row(release.id().value(), release.version(), release.contentHash(), release.title(),
				release.author(), release.digest(), release.body(), release.level(), numbers,
				(source != null) ? source.outlet() : null, (source != null) ? source.publishedOn() : null,
				(source != null) ? source.link() : null, (cover != null) ? cover.value() : null, release.aiMade(), now,
				(before != null) ? before.firstShownAt() : now, correctedAt, corrected, release.contentHash(),
				release.attachments().size(),
				release.boards().stream().anyMatch((board) -> open.containsKey(board.value())));
	}

	private Set<AttachmentId> filesOf(NewsId id) {
		return this.mapper.filesOf(id.value())
			.stream()
			.map((file) -> new AttachmentId(file.attachmentId()))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private void publish(Actor actor, Release release, Set<AttachmentId> before) {
		this.mapper.deleteFiles(release.id().value());
		Set<AttachmentId> all = new LinkedHashSet<>(release.attachments());
		all.addAll(release.pictures());
		Stream.ofNullable(release.cover()).forEach(all::add);
		int place = 0;
		for (AttachmentId id : all) {
			Attachment file = this.attachments.find(id)
				.orElseThrow(() -> new Refusal.NotFound("attachment.no-such-file"));
			String code = this.files.publish(actor, id);
			this.mapper.insertFile(new FileRow(release.id().value(), id.value(), file.name(), file.size(), code,
					release.attachments().contains(id)), place++);
		}
		before.removeAll(all);
		hide(actor, before);
	}

	/** Another item may show the same file. */
	private void hide(Actor actor, Set<AttachmentId> gone) {
		for (AttachmentId id : gone) {
			if (!this.mapper.isHeld(id.value())) {
				this.files.withdraw(actor, id);
			}
		}
	}

	/**
	 * Tells which content people work on now; while it is another one than what is shown,
	 * no push may send the item. Call it in the transaction that changes the content.
	 */
	public void workingOn(NewsId id, String contentHash) {
		this.mapper.workingHash(id.value(), contentHash);
	}

	/**
	 * Takes down what is shown because its approval was taken back; it may come again.
	 */
	@Transactional
	public void hide(NewsId id) {
		if (this.mapper.hide(id.value()) == 1) {
			this.mapper.deleteBoards(id.value());
			this.mapper.changed(this.clock.instant());
			this.events.publishEvent(new NewsWithdrawn(id));
		}
	}

	/** Whether something of the item is or was shown. */
	public boolean isReleased(NewsId id) {
		return this.mapper.find(id.value()).isPresent() || this.mapper.tombstone(id.value()).isPresent();
	}

	/**
	 * Withdraws what is shown (撤回), everywhere and for good: a tombstone stays.
	 * @param reason why, as the public will read it
	 * @throws Refusal.Conflict if nothing of it is shown
	 */
	@Transactional
	public void withdraw(Actor actor, NewsId id, String reason) {
		String text = reason.strip();
		if (text.isEmpty() || text.length() > LONGEST_REASON) {
			throw new Refusal.Invalid("news.reason", LONGEST_REASON);
		}
		Set<AttachmentId> gone = filesOf(id);
		if (this.mapper.withdraw(id.value(), text, this.clock.instant()) != 1) {
			throw new Refusal.Conflict("news.not-shown");
		}
		this.mapper.deleteBoards(id.value());
		this.mapper.deleteFiles(id.value());
		hide(actor, gone);
		this.mapper.changed(this.clock.instant());
		this.audit.record(AuditEntry.done(actor, "news.withdrawn", KIND, id.value()));
		this.events.publishEvent(new NewsWithdrawn(id));
	}

	/** What stood on a board of the staff alone appears or vanishes. */
	@EventListener
	void on(BoardVisibilityChanged changed) {
		long board = changed.board().value();
		this.mapper.boardShown(board, this.boards.open().containsKey(board));
		this.mapper.itemsShown(board);
		this.mapper.changed(this.clock.instant());
	}

	static Stream<Long> boards(String numbers) {
		return Stream.of(numbers.split(",")).filter((number) -> !number.isEmpty()).map(Long::valueOf);
	}

}
