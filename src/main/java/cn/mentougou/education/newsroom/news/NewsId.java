package cn.mentougou.education.newsroom.news;

/**
 * An item of the news.
 *
 * @param value the number inside the database
 */
public record NewsId(long value) {

	/** The item with this number as reviews name it. */
	public static NewsId of(String text) {
		return new NewsId(Long.parseLong(text));
	}

	/** How reviews name it. */
	public String text() {
		return Long.toString(this.value);
	}

}
