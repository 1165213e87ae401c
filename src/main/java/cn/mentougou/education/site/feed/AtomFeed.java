package cn.mentougou.education.site.feed;

import cn.mentougou.education.newsroom.board.BoardRef;
import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.AttachmentRef;
import cn.mentougou.education.newsroom.news.Tombstone;

/** Atom (RFC 4287) with tombstones (RFC 6721). */
final class AtomFeed implements FeedWriter {

	@Override
	public byte[] write(Feed feed) {
		XmlDocument xml = new XmlDocument();
		xml.open("feed", "xmlns", XmlDocument.ATOM, "xmlns:at", XmlDocument.TOMBSTONES, "xml:lang", "zh-CN");
		xml.text("id", feed.id()).text("title", feed.title()).text("updated", FeedText.time(feed.changedAt()));
		xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.self());
		xml.empty("link", "rel", "alternate", "type", "text/html", "href", feed.page());
		xml.open("author").text("name", Feed.PUBLISHER).close();
		feed.items().forEach((item) -> entry(xml, feed, item));
		feed.withdrawn().forEach((stone) -> deleted(xml, feed, stone));
		return xml.close().end();
	}

	private static void entry(XmlDocument xml, Feed feed, ApprovedItem item) {
		xml.open("entry");
		xml.text("id", feed.idOf(item.id())).text("title", item.title());
		xml.text("published", FeedText.time(item.firstShownAt()));
		xml.text("updated", FeedText.time(Feed.changedAt(item)));
		xml.empty("link", "rel", "alternate", "type", "text/html", "href", feed.pageOf(item.id()));
		xml.open("author").text("name", item.author().isEmpty() ? Feed.PUBLISHER : item.author()).close();
		xml.empty("category", "term", item.level().code(), "label", item.level().title());
		for (BoardRef board : item.boards()) {
			xml.empty("category", "term", board.code(), "label", board.title());
		}
		if (!item.digest().isEmpty()) {
			xml.text("summary", item.digest());
		}
		xml.text("content", FeedText.html(feed, item), "type", "html");
		for (AttachmentRef file : item.attachments()) {
			xml.empty("link", "rel", "enclosure", "type", FeedText.type(file.name()), "title", file.name(), "length",
					String.valueOf(file.size()), "href", feed.fileOf(item, file));
		}
		xml.close();
	}

	/** The same in every form that is XML. */
	static void deleted(XmlDocument xml, Feed feed, Tombstone stone) {
		xml.open("at:deleted-entry", "ref", feed.idOf(stone.id()), "when", FeedText.time(stone.withdrawnAt()));
		xml.text("at:comment", stone.reason());
		xml.empty("link", "xmlns", XmlDocument.ATOM, "rel", "alternate", "type", "text/html", "href",
				feed.pageOf(stone.id()));
		xml.close();
	}

}
