package cn.mentougou.education.newsroom.board;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A board of the website.
 *
 * @param id its number
 * @param code what it is called in addresses
 * @param title what people read
 * @param isCampaign whether it opens and closes on days and then stays as an archive
 * @param opensOn its first day; null for a standing board
 * @param closesOn its last day; null while nobody knows it
 * @param isPublic whether the public reads it; the staff alone if not
 * @param unitId the unit that keeps it; null for the commission itself
 * @param freshDays after how many days without anything new the editors are told; 0 for
 * never
 * @param place its place among the boards
 * @param revision how often it was changed
 */
public record Board(long id, String code, String title, boolean isCampaign, @Nullable LocalDate opensOn,
		@Nullable LocalDate closesOn, boolean isPublic, @Nullable Long unitId, int freshDays, int place, int revision) {

	/** How items name it. */
	public BoardRef ref() {
		return new BoardRef(new BoardId(this.id), this.code, this.title);
	}

	/** Whether something may be put on it on this day. */
	public boolean isOpenOn(LocalDate day) {
		LocalDate first = this.opensOn;
		LocalDate last = this.closesOn;
		return (first == null || !first.isAfter(day)) && (last == null || !last.isBefore(day));
	}

	/** Whether it is over and stays as an archive. */
	public boolean isArchivedOn(LocalDate day) {
		LocalDate last = this.closesOn;
		return last != null && last.isBefore(day);
	}

}
