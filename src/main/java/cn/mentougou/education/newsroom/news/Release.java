package cn.mentougou.education.newsroom.news;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.board.BoardId;
import cn.mentougou.education.office.attachment.AttachmentId;

/**
 * What is to be shown from now on.
 *
 * @param id which item
 * @param version which version of it
 * @param contentHash the hash that was approved
 * @param title its title
 * @param author who wrote it
 * @param digest what it says in short
 * @param body the clean body
 * @param level whose news it is
 * @param boards where it stands
 * @param source where it comes from, or null
 * @param cover the cover picture, or null
 * @param attachments the files below the text
 * @param pictures the pictures in the text
 * @param aiMade whether it is marked as made by AI
 * @param correction what was wrong before, or null if nothing was
 */
public record Release(NewsId id, int version, String contentHash, String title, String author, String digest,
		String body, NewsLevel level, List<BoardId> boards, @Nullable Source source, @Nullable AttachmentId cover,
		List<AttachmentId> attachments, List<AttachmentId> pictures, boolean aiMade, @Nullable String correction) {

	/** Copies the lists. */
	public Release {
		boards = List.copyOf(boards);
		attachments = List.copyOf(attachments);
		pictures = List.copyOf(pictures);
	}

}
