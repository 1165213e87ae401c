package cn.mentougou.education.site.feed;

/** Writes a feed in one form. */
interface FeedWriter {

	/** The whole document in UTF-8. */
	byte[] write(Feed feed);

}
