package cn.mentougou.education.site.front;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.board.Board;
import cn.mentougou.education.newsroom.board.BoardRef;
import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.newsroom.news.NewsListQuery;
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.shared.Refusal;

/** Gathers what a page shows; every read of an item goes through the approved news. */
class FrontDesk {

	/** Items at the top of the first page. */
	static final int NEWEST = 5;

	/** Items of a board there. */
	static final int OF_BOARD = 5;

	/** Items of a page of the list. */
	static final int LISTED = 20;

	private final ApprovedNews news;

	private final Boards boards;

	FrontDesk(ApprovedNews news, Boards boards) {
		this.news = news;
		this.boards = boards;
	}

	/** The newest items of all boards. */
	List<NewsLine> newest() {
		return lines(this.news.latest(NewsListQuery.newest(NEWEST)));
	}

	/**
	 * The boards that have something to show and are not over, with their newest items.
	 */
	List<Section> sections(LocalDate today) {
		List<Section> sections = new ArrayList<>();
		for (Board board : this.boards.all()) {
			if (board.isPublic() && !board.isArchivedOn(today)) {
				List<NewsLine> lines = lines(this.news.latest(NewsListQuery.newest(board.ref().id(), OF_BOARD)));
				if (!lines.isEmpty()) {
					sections.add(new Section(board.ref(), lines));
				}
			}
		}
		return sections;
	}

	/** Campaign boards that are over. */
	List<BoardRef> archives(LocalDate today) {
		return this.boards.all()
			.stream()
			.filter((board) -> board.isPublic() && board.isArchivedOn(today))
			.map(Board::ref)
			.toList();
	}

	/** The boards that can be chosen above the list. */
	Collection<BoardRef> openBoards() {
		return this.boards.open().values();
	}

	/**
	 * A page of the list.
	 * @throws Refusal.Invalid if the level or the place in the list is none
	 * @throws Refusal.NotFound if the public has no such board
	 */
	KeyPage<NewsLine> list(@Nullable NewsLevel level, @Nullable BoardRef board, @Nullable Cursor after) {
		List<ApprovedItem> read = this.news
			.latest(new NewsListQuery(level, (board != null) ? board.id() : null, after, LISTED + 1));
		KeyPage<ApprovedItem> page = KeyPage.of(read, LISTED,
				(item) -> Cursor.of(item.firstShownAt(), item.id().value()));
		return new KeyPage<>(lines(page.rows()), page.next());
	}

	/** Others that whoever read an item may want to read. */
	List<NewsLine> besides(ApprovedItem item) {
		return lines(this.news.latest(NewsListQuery.newest(item.level(), NEWEST + 1))
			.stream()
			.filter((other) -> !other.id().equals(item.id()))
			.limit(NEWEST)
			.toList());
	}

	/** The level with this word in an address; empty for no word. */
	static Optional<NewsLevel> level(String word) {
		if (word.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(NewsLevel.of(word).orElseThrow(() -> new Refusal.Invalid("front.unknown-level")));
	}

	/** The board with this code in an address; empty for no code. */
	Optional<BoardRef> board(String code) {
		if (code.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(openBoards().stream()
			.filter((board) -> board.code().equals(code))
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("front.unknown-board")));
	}

	/** The place in a list that an address names; empty for none. */
	static Optional<Cursor> after(String text) {
		Optional<Cursor> after = Cursor.byTime(text);
		if (after.isEmpty() && !text.isEmpty()) {
			throw new Refusal.Invalid("front.unknown-place");
		}
		return after;
	}

	private static List<NewsLine> lines(List<ApprovedItem> items) {
		return items.stream().map(NewsLine::of).toList();
	}

	/**
	 * A board on the first page.
	 *
	 * @param board which one
	 * @param lines its newest items
	 */
	record Section(BoardRef board, List<NewsLine> lines) {
	}

}
