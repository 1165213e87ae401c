package cn.mentougou.education.site.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import cn.mentougou.education.newsroom.board.BoardRef;
import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.AttachmentRef;

/** RSS 2.0; deletions as an extension, since it has no word for them. */
final class RssFeed implements FeedWriter {

	/** RFC 822 with a year of four digits, as the specification allows. */
	private static final DateTimeFormatter TIME = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
		.withZone(ZoneId.of("Asia/Shanghai"));

	@Override
	public byte[] write(Feed feed) {
		XmlDocument xml = new XmlDocument();
		xml.open("rss", "version", "2.0", "xmlns:atom", XmlDocument.ATOM, "xmlns:at", XmlDocument.TOMBSTONES);
		xml.open("channel").text("title", feed.title()).text("link", feed.page());
		xml.text("description", "国家、北京市和门头沟区的教育新闻，" + Feed.PUBLISHER + "审核发布。");
		xml.text("language", "zh-cn").text("lastBuildDate", time(feed.changedAt()));
		xml.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", feed.self());
		feed.items().forEach((item) -> item(xml, feed, item));
		feed.withdrawn().forEach((stone) -> AtomFeed.deleted(xml, feed, stone));
		return xml.close().close().end();
	}

	private static void item(XmlDocument xml, Feed feed, ApprovedItem item) {
		xml.open("item").text("title", item.title()).text("link", feed.pageOf(item.id()));
		xml.text("guid", feed.idOf(item.id()), "isPermaLink", "false");
		xml.text("pubDate", time(item.firstShownAt()));
		xml.text("atom:updated", FeedText.time(Feed.changedAt(item)));
		xml.text("category", item.level().title());
		for (BoardRef board : item.boards()) {
			xml.text("category", board.title());
		}
		xml.text("description", FeedText.html(feed, item));
		// Readers know one enclosure; the page has them all.
		item.attachments().stream().findFirst().ifPresent((file) -> enclosure(xml, feed, item, file));
		xml.close();
	}

	private static void enclosure(XmlDocument xml, Feed feed, ApprovedItem item, AttachmentRef file) {
		xml.empty("enclosure", "url", feed.fileOf(item, file), "length", String.valueOf(file.size()), "type",
				FeedText.type(file.name()));
	}

	private static String time(Instant at) {
		return TIME.format(at);
	}

}
