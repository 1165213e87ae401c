package cn.mentougou.education.site.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.AttachmentRef;
import cn.mentougou.education.newsroom.news.Correction;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.newsroom.news.Tombstone;

/**
 * What a feed says, whatever its form.
 *
 * @param origin scheme and host of the website
 * @param level whose news alone, or null for all
 * @param self its own address
 * @param changedAt when what is shown changed last
 * @param items the newest items, the newest first
 * @param withdrawn what was withdrawn lately
 */
record Feed(String origin, @Nullable NewsLevel level, String self, Instant changedAt, List<ApprovedItem> items,
		List<Tombstone> withdrawn) {

	/** Who publishes it. */
	static final String PUBLISHER = "北京市门头沟区教育委员会";

	String title() {
		return (this.level != null) ? "门头沟教育新闻 · " + this.level.title() : "门头沟教育新闻";
	}

	/** One id for all forms; it stays when the website moves. */
	String id() {
		return urn("feed/" + ((this.level != null) ? this.level.name() : "all"));
	}

	/** The page that shows the same to people. */
	String page() {
		return this.origin + "/news" + FeedDesk.query(this.level);
	}

	String idOf(NewsId item) {
		return urn("news/" + item.value());
	}

	String pageOf(NewsId item) {
		return this.origin + "/news/" + item.value();
	}

	String picture(String attachment) {
		return this.origin + "/news/pictures/" + attachment;
	}

	String fileOf(ApprovedItem item, AttachmentRef file) {
		return pageOf(item.id()) + "/files/" + file.id().value();
	}

	/** When what an item shows changed last. */
	static Instant changedAt(ApprovedItem item) {
		Correction correction = item.correction();
		return (correction != null && correction.at().isAfter(item.approvedAt())) ? correction.at() : item.approvedAt();
	}

	private static String urn(String name) {
		byte[] bytes = ("cn.mentougou.education/" + name).getBytes(StandardCharsets.UTF_8);
		return "urn:uuid:" + UUID.nameUUIDFromBytes(bytes);
	}

}
