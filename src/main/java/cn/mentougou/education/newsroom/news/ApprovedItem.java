package cn.mentougou.education.newsroom.news;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.board.BoardRef;

/**
 * An item exactly as the leader approved it.
 *
 * @param id its number
 * @param version which version it is
 * @param contentHash the hash of everything that is shown, which the approval is bound to
 * @param title its title
 * @param author who wrote it; may be empty
 * @param digest what it says in short; may be empty
 * @param body the clean body; a video of an outlet is a link at its end
 * @param level whose news it is
 * @param boards the boards on which the public finds it
 * @param source where it comes from, or null if it is our own
 * @param cover the number of the cover picture, or null
 * @param attachments its published files
 * @param approvedAt when this version was approved
 * @param firstShownAt when the first version was; lists are sorted by it
 * @param correction the last correction, or null
 * @param aiMade whether it was made by AI, wholly or in part, and must be marked so
 */
public record ApprovedItem(NewsId id, int version, String contentHash, String title, String author, String digest,
		String body, NewsLevel level, List<BoardRef> boards, @Nullable Source source, @Nullable String cover,
		List<AttachmentRef> attachments, Instant approvedAt, Instant firstShownAt, @Nullable Correction correction,
		boolean aiMade) {

	/** Copies the lists. */
	public ApprovedItem {
		boards = List.copyOf(boards);
		attachments = List.copyOf(attachments);
	}

}
