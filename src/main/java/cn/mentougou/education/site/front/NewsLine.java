package cn.mentougou.education.site.front;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.Source;

/**
 * An item in a list.
 *
 * @param id its number
 * @param title its title
 * @param digest what it says in short; may be empty
 * @param level whose news it is
 * @param source the outlet, or empty
 * @param day since when it is shown
 * @param date the same day for programs
 * @param cover the number of its picture, or null
 * @param aiMade whether it is marked as made by AI
 * @param isCorrected whether it was corrected
 */
record NewsLine(long id, String title, String digest, String level, String source, String day, String date,
		@Nullable String cover, boolean aiMade, boolean isCorrected) {

	static NewsLine of(ApprovedItem item) {
		Source source = item.source();
		return new NewsLine(item.id().value(), item.title(), item.digest(), item.level().title(),
				(source != null) ? source.outlet() : "", Days.inWords(item.firstShownAt()),
				Days.iso(item.firstShownAt()), item.cover(), item.aiMade(), item.correction() != null);
	}

}
