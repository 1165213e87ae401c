package cn.mentougou.education.newsroom.news;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.board.BoardId;
import cn.mentougou.education.newsroom.board.BoardRef;
import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.news.ReleaseMapper.FileRow;
import cn.mentougou.education.newsroom.news.ReleaseMapper.Row;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.review.ApprovalGate;

/**
 * The only way by which a channel gets news. What is shown was released behind the gate;
 * what a push may send passes the gate again at that very moment.
 */
@Component
public class ApprovedNews {

	private static final Instant FAR = Instant.parse("8999-01-01T00:00:00Z");

	private final ReleaseMapper mapper;

	private final Boards boards;

	private final ApprovalGate gate;

	ApprovedNews(ReleaseMapper mapper, Boards boards, ApprovalGate gate) {
		this.mapper = mapper;
		this.boards = boards;
		this.gate = gate;
	}

	/**
	 * The newest approved version, as the public reads it; empty if it was withdrawn or
	 * stands only on boards of the staff.
	 */
	public Optional<ApprovedItem> shown(NewsId id) {
		return this.mapper.find(id.value()).filter(Row::shown).flatMap(this::one);
	}

	/**
	 * What a push may send: the version that people work on is itself the approved one.
	 * An edit after the approval makes it empty until that is approved too.
	 */
	public Optional<ApprovedItem> ready(NewsId id) {
		return this.mapper.find(id.value())
			.filter(Row::shown)
			.filter((row) -> row.contentHash().equals(row.workingHash()))
			.filter((row) -> this.gate.isApproved(Releases.KIND, id.text(), row.contentHash()))
			.flatMap(this::one);
	}

	/** A list for a channel, newest first. */
	public List<ApprovedItem> latest(NewsListQuery query) {
		Cursor before = query.before();
		Instant time = (before != null) ? before.time() : FAR;
		long id = (before != null) ? before.id() : 0;
		return items(rows(query.level(), query.board(), time, id, query.limit()));
	}

	private List<Row> rows(@Nullable NewsLevel level, @Nullable BoardId board, Instant time, long id, int limit) {
		if (board != null) {
			return this.mapper.latestOfBoard(board.value(), level, time, id, limit);
		}
		return (level == null) ? this.mapper.latest(time, id, limit)
				: this.mapper.latestOfLevel(level, time, id, limit);
	}

	/** What stays of an item that was withdrawn. */
	public Optional<Tombstone> tombstone(NewsId id) {
		return this.mapper.tombstone(id.value()).map(ReleaseMapper.Stone::tombstone);
	}

	/** What was withdrawn since then, the latest first. */
	public List<Tombstone> tombstonesSince(Instant since) {
		return this.mapper.tombstonesSince(since).stream().map(ReleaseMapper.Stone::tombstone).toList();
	}

	/** When what is shown changed last; each change has a second of its own. */
	public Instant lastChange() {
		return this.mapper.lastChange().orElse(Instant.EPOCH);
	}

	/** When something appeared on this board last. */
	public Optional<Instant> newestOn(BoardId board) {
		return this.mapper.newestOn(board.value());
	}

	/**
	 * The end of the public address {@code /files/…} of a picture or file, if it belongs
	 * to something that is shown.
	 */
	public Optional<String> publicCode(AttachmentId attachment) {
		return this.mapper.publicCode(attachment.value());
	}

	private Optional<ApprovedItem> one(Row row) {
		return items(List.of(row)).stream().findFirst();
	}

	private List<ApprovedItem> items(List<Row> rows) {
		if (rows.isEmpty()) {
			return List.of();
		}
		Map<Long, BoardRef> open = this.boards.open();
		Map<Long, List<FileRow>> files = files(rows);
		return rows.stream().map((row) -> item(row, open, files.getOrDefault(row.itemId(), List.of()))).toList();
	}

	private Map<Long, List<FileRow>> files(List<Row> rows) {
		Collection<Long> holders = rows.stream().filter((row) -> row.files() > 0).map(Row::itemId).toList();
		return holders.isEmpty() ? Map.of()
				: this.mapper.listedFiles(holders).stream().collect(Collectors.groupingBy(FileRow::itemId));
	}

	private static ApprovedItem item(Row row, Map<Long, BoardRef> open, List<FileRow> files) {
		Long cover = row.coverId();
		return new ApprovedItem(new NewsId(row.itemId()), row.version(), row.contentHash(), row.title(), row.author(),
				row.digest(), row.body(), row.level(),
				Releases.boards(row.boards()).map(open::get).flatMap(Stream::ofNullable).toList(), source(row),
				(cover != null) ? cover.toString() : null,
				files.stream()
					.map((file) -> new AttachmentRef(new AttachmentId(file.attachmentId()), file.name(),
							file.byteSize(), file.publicCode()))
					.toList(),
				row.approvedAt(), row.firstShownAt(), correction(row), row.aiMade());
	}

	private static @Nullable Source source(Row row) {
		String outlet = row.sourceOutlet();
		return (outlet != null) ? new Source(outlet, row.sourceOn(), row.sourceLink()) : null;
	}

	private static @Nullable Correction correction(Row row) {
		Instant at = row.correctedAt();
		String what = row.correction();
		return (at != null && what != null) ? new Correction(at, what) : null;
	}

}
