package cn.mentougou.education.site.feed;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import cn.mentougou.education.newsroom.board.BoardRef;
import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.AttachmentRef;
import cn.mentougou.education.newsroom.news.Correction;
import cn.mentougou.education.newsroom.news.Source;
import cn.mentougou.education.newsroom.news.Tombstone;

/**
 * JSON Feed 1.1. Fields of our own stand in objects whose names begin with an underscore,
 * as it demands: {@code _mentougou} in an item, {@code _withdrawn} beside the items.
 */
final class JsonFeed implements FeedWriter {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Override
	public byte[] write(Feed feed) {
		ObjectNode root = JSON.createObjectNode();
		root.put("version", "https://jsonfeed.org/version/1.1");
		root.put("title", feed.title());
		root.put("home_page_url", feed.page());
		root.put("feed_url", feed.self());
		root.put("language", "zh-CN");
		root.putArray("authors").addObject().put("name", Feed.PUBLISHER);
		ArrayNode items = root.putArray("items");
		feed.items().forEach((item) -> item(items.addObject(), feed, item));
		ObjectNode withdrawn = root.putObject("_withdrawn");
		withdrawn.put("about", "最近撤回的新闻：请删除已保存的副本。");
		ArrayNode stones = withdrawn.putArray("items");
		feed.withdrawn().forEach((stone) -> stone(stones.addObject(), feed, stone));
		return JSON.writeValueAsBytes(root);
	}

	private static void item(ObjectNode node, Feed feed, ApprovedItem item) {
		node.put("id", feed.idOf(item.id()));
		node.put("url", feed.pageOf(item.id()));
		node.put("title", item.title());
		node.put("content_html", FeedText.html(feed, item));
		if (!item.digest().isEmpty()) {
			node.put("summary", item.digest());
		}
		if (item.cover() != null) {
			node.put("image", feed.picture(item.cover()));
		}
		node.put("date_published", FeedText.time(item.firstShownAt()));
		node.put("date_modified", FeedText.time(Feed.changedAt(item)));
		node.putArray("authors").addObject().put("name", item.author().isEmpty() ? Feed.PUBLISHER : item.author());
		ArrayNode tags = node.putArray("tags").add(item.level().title());
		item.boards().stream().map(BoardRef::title).forEach(tags::add);
		if (!item.attachments().isEmpty()) {
			ArrayNode files = node.putArray("attachments");
			item.attachments().forEach((file) -> file(files.addObject(), feed, item, file));
		}
		own(node.putObject("_mentougou"), item);
	}

	private static void file(ObjectNode node, Feed feed, ApprovedItem item, AttachmentRef file) {
		node.put("url", feed.fileOf(item, file));
		node.put("mime_type", FeedText.type(file.name()));
		node.put("title", file.name());
		node.put("size_in_bytes", file.size());
	}

	private static void own(ObjectNode node, ApprovedItem item) {
		node.put("level", item.level().name());
		node.put("version", item.version());
		node.put("content_hash", item.contentHash());
		node.put("ai_made", item.aiMade());
		Source source = item.source();
		if (source != null) {
			node.putObject("source").put("outlet", source.outlet()).put("link", source.link());
		}
		Correction correction = item.correction();
		if (correction != null) {
			node.putObject("correction").put("at", FeedText.time(correction.at())).put("what", correction.what());
		}
	}

	private static void stone(ObjectNode node, Feed feed, Tombstone stone) {
		node.put("id", feed.idOf(stone.id()));
		node.put("url", feed.pageOf(stone.id()));
		node.put("withdrawn_at", FeedText.time(stone.withdrawnAt()));
		node.put("reason", stone.reason());
	}

}
