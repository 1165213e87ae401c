package cn.mentougou.education.newsroom.draft;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A version of an item.
 *
 * @param number which one
 * @param draft what it says
 * @param contentHash the hash of that
 * @param savedBy who saved it last
 * @param savedAt when
 * @param frozenAt when it was handed in, after which it never changes
 * @param approvedAt when it was approved
 */
public record NewsVersion(int number, NewsDraft draft, String contentHash, long savedBy, Instant savedAt,
		@Nullable Instant frozenAt, @Nullable Instant approvedAt) {

	/** The version without what it says. */
	public Line line() {
		return new Line(this.number, this.draft.title(), this.savedBy, this.savedAt, this.frozenAt, this.approvedAt);
	}

	/**
	 * A version in a list.
	 *
	 * @param number which one
	 * @param title its title
	 * @param savedBy who saved it last
	 * @param savedAt when
	 * @param frozenAt when it was handed in
	 * @param approvedAt when it was approved
	 */
	public record Line(int number, String title, long savedBy, Instant savedAt, @Nullable Instant frozenAt,
			@Nullable Instant approvedAt) {
	}

}
