package cn.mentougou.education.site.feed;

import java.util.Arrays;
import java.util.Optional;

/** A form that feeds come in. */
enum FeedFormat {

	/** JSON Feed 1.1. */
	JSON("/news.json", "application/feed+json;charset=UTF-8", new JsonFeed()),

	/** Atom, RFC 4287. */
	ATOM("/news.atom", "application/atom+xml;charset=UTF-8", new AtomFeed()),

	/** RSS 2.0. */
	RSS("/news.rss", "application/rss+xml;charset=UTF-8", new RssFeed());

	private final String path;

	private final String mediaType;

	private final FeedWriter writer;

	FeedFormat(String path, String mediaType, FeedWriter writer) {
		this.path = path;
		this.mediaType = mediaType;
		this.writer = writer;
	}

	/** The end of its address, behind {@code /feeds}. */
	String path() {
		return this.path;
	}

	/** What it says it is. */
	String mediaType() {
		return this.mediaType;
	}

	/** Writes it. */
	FeedWriter writer() {
		return this.writer;
	}

	/** The form whose address ends so. */
	static Optional<FeedFormat> of(String path) {
		return Arrays.stream(values()).filter((format) -> format.path.equals(path)).findFirst();
	}

}
