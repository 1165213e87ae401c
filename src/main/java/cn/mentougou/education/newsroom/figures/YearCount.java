package cn.mentougou.education.newsroom.figures;

import java.util.List;

/**
 * The items and the pushes of one year, kept apart: an item is counted once, however
 * often it is pushed; a push once, however many items it has.
 *
 * @param year the year
 * @param items how many items were first shown
 * @param withdrawn how many of them were withdrawn since
 * @param pushes how many pushes went out
 * @param pushed how many items went out in them, each time it went
 * @param byLevel the same by whose news it is
 * @param byBoard the same by board; an item on two boards is counted on both
 * @param bySection the same by the unit that wrote it
 * @param byMonth the same by month
 */
record YearCount(int year, int items, int withdrawn, int pushes, int pushed, List<Line> byLevel, List<Line> byBoard,
		List<Line> bySection, List<Line> byMonth) {

	/**
	 * One level, board, section or month.
	 *
	 * @param name what people read
	 * @param items how many items were first shown
	 * @param pushes how many pushes had at least one such item
	 * @param pushed how many such items went out
	 */
	record Line(String name, int items, int pushes, int pushed) {
	}

}
