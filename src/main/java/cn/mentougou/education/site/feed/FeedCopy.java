package cn.mentougou.education.site.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

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
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
			return new String(Base64.getUrlEncoder().withoutPadding().encode(digest), StandardCharsets.US_ASCII);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
