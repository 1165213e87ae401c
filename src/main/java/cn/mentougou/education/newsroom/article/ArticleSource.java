package cn.mentougou.education.newsroom.article;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.AttachmentRef;
import cn.mentougou.education.newsroom.news.Correction;
import cn.mentougou.education.newsroom.news.Source;

/**
 * What an article is made of; approved or still being written.
 *
 * @param title the title
 * @param author who wrote it; may be empty
 * @param digest what it says in short; may be empty
 * @param body the markup of the item
 * @param cover the number of the cover's attachment, or null
 * @param page where it stands on the website, below the site's address, such as
 * {@code /news/7}
 * @param attachments the names of the files below the text
 * @param outlet whom it comes from, or null if it is our own
 * @param correction what was wrong before, or null if nothing was
 * @param aiMade whether it must be marked as made by AI
 */
public record ArticleSource(String title, String author, String digest, String body, @Nullable String cover,
		String page, List<String> attachments, @Nullable Outlet outlet, @Nullable Corrected correction,
		boolean aiMade) {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	/** Copies the list. */
	public ArticleSource {
		attachments = List.copyOf(attachments);
	}

	/** Exactly what was approved. */
	public static ArticleSource of(ApprovedItem item) {
		Source source = item.source();
		Correction correction = item.correction();
		return new ArticleSource(item.title(), item.author(), item.digest(), item.body(), item.cover(),
				"/news/" + item.id().value(), item.attachments().stream().map(AttachmentRef::name).toList(),
				(source != null) ? new Outlet(source.outlet(), source.publishedOn(), source.link()) : null,
				(correction != null) ? new Corrected(LocalDate.ofInstant(correction.at(), BEIJING), correction.what())
						: null,
				item.aiMade());
	}

	/**
	 * Whom it comes from.
	 *
	 * @param name the outlet or the section
	 * @param publishedOn when it appeared there, if that was said
	 * @param link its address there, if there is one
	 */
	public record Outlet(String name, @Nullable LocalDate publishedOn, @Nullable String link) {
	}

	/**
	 * A correction (更正).
	 *
	 * @param on the day
	 * @param what what was wrong and how it is right
	 */
	public record Corrected(LocalDate on, String what) {
	}

}
