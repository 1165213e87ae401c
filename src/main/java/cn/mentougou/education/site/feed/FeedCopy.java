package cn.mentougou.education.site.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

import cn.mentougou.education.shared.Sha256;

/**
 * A feed as it lies in memory.
 *
 * @param origin the website that its addresses name
 * @param changedAt which state of the news it shows
 * @param bytes the document
 * @param tag its {@code ETag}
 * @param lastModified the same moment as {@code changedAt}, for {@code Last-Modified}
 */
record FeedCopy(String origin, Instant changedAt, byte[] bytes, String tag, String lastModified) {

	static FeedCopy of(Feed feed, byte[] bytes) {
		String modified = DateTimeFormatter.RFC_1123_DATE_TIME.format(feed.changedAt().atOffset(ZoneOffset.UTC));
		return new FeedCopy(feed.origin(), feed.changedAt(), bytes, '"' + digest(bytes) + '"', modified);
	}

	private static String digest(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(bytes));
	}

}
