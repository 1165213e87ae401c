package cn.mentougou.education.newsroom.draft;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.news.NewsLevel;

/**
 * Which items a list shows.
 *
 * @param title words in the title; may be empty
 * @param stage how far they are
 * @param level whose news they are
 * @param unit the unit that writes them
 * @param board where they stand
 */
public record ItemFilter(String title, @Nullable Stage stage, @Nullable NewsLevel level, @Nullable Long unit,
		@Nullable Long board) {

	/** Strips the words. */
	public ItemFilter {
		title = title.strip();
	}

	/** For LIKE, with what is special there taken as it is. */
	@Nullable String words() {
		return this.title.isEmpty() ? null
				: "%" + this.title.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
