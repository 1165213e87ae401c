package cn.mentougou.education.newsroom.article;

/**
 * Something that will not be in WeChat as it is in the item.
 *
 * @param kind what is lost or changed
 * @param sentence what people read: what happens, and what can be done
 */
public record Loss(Kind kind, String sentence) {

	/**
	 * Whether the platform would refuse the article, so that it must be changed first.
	 */
	public boolean isRefusal() {
		return this.kind.refused;
	}

	/** What is lost or changed. */
	public enum Kind {

		/** There is none, or too long (45003). */
		TITLE(true),

		/** Too long (45110). */
		AUTHOR(true),

		/** Too long (45004). */
		DIGEST(true),

		/** None; the platform takes the first 54 characters of the text. */
		DIGEST_FROM_TEXT(false),

		/** 20,000 characters or 1 MB (45002). */
		LENGTH(true),

		/** There are no words and no pictures (44003). */
		EMPTY(true),

		/** There is no cover (40007). */
		COVER(true),

		/** A picture is not there, or is no picture. */
		PICTURE_GONE(true),

		/** A picture is made smaller, to less than 1 MB. */
		PICTURE_SMALLER(false),

		/** A paste left a mark where a picture stood. */
		PICTURE_MARK(true),

		/** The platform removes links to other places. */
		LINK(false),

		/** Files cannot be opened there. */
		ATTACHMENT(false),

		/** There is no address of the website, so 阅读原文 leads nowhere. */
		NO_PAGE(false),

		/** A table too wide for a phone. */
		TABLE(false);

		private final boolean refused;

		Kind(boolean refused) {
			this.refused = refused;
		}

	}

}
