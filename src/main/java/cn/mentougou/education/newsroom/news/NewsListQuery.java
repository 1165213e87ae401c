package cn.mentougou.education.newsroom.news;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.board.BoardId;
import cn.mentougou.education.office.list.Cursor;

/**
 * What a channel lists, newest first.
 *
 * @param level of which level alone, or null for all
 * @param board of which board alone, or null for all
 * @param before the key of the last item of the page before ({@link Cursor#of} its
 * {@code firstShownAt} and number), or null for the first page
 * @param limit how many at most
 */
public record NewsListQuery(@Nullable NewsLevel level, @Nullable BoardId board, @Nullable Cursor before, int limit) {

	/** The newest of all. */
	public static NewsListQuery newest(int limit) {
		return new NewsListQuery(null, null, null, limit);
	}

	/** The newest of one level. */
	public static NewsListQuery newest(NewsLevel level, int limit) {
		return new NewsListQuery(level, null, null, limit);
	}

	/** The newest of one board. */
	public static NewsListQuery newest(BoardId board, int limit) {
		return new NewsListQuery(null, board, null, limit);
	}

}
