package cn.mentougou.education.newsroom.board;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Refusal;

/**
 * What is entered about a board.
 *
 * @param title what people read
 * @param opensOn its first day; only a campaign board has one
 * @param closesOn its last day
 * @param isPublic whether the public reads it
 * @param unitId the unit that keeps it
 * @param freshDays after how many days without anything new the editors are told
 */
public record BoardDetails(String title, @Nullable LocalDate opensOn, @Nullable LocalDate closesOn, boolean isPublic,
		@Nullable Long unitId, int freshDays) {

	private static final int LONGEST_TITLE = 30;

	private static final int MOST_DAYS = 400;

	/** Refuses what no board can be. */
	public BoardDetails {
		title = title.strip();
		if (title.isEmpty() || title.length() > LONGEST_TITLE) {
			throw new Refusal.Invalid("board.title", LONGEST_TITLE);
		}
		if (opensOn != null && closesOn != null && closesOn.isBefore(opensOn)) {
			throw new Refusal.Invalid("board.reversed");
		}
		if (freshDays < 0 || freshDays > MOST_DAYS) {
			throw new Refusal.Invalid("board.fresh-days", MOST_DAYS);
		}
	}

}
