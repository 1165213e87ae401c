package cn.mentougou.education.newsroom.newsdesk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import cn.mentougou.education.newsroom.draft.NewsItem;

/**
 * An item as a line of the list.
 *
 * @param item the item
 * @param unit the name of its unit
 * @param who who saved last
 */
record ItemLine(NewsItem item, String unit, String who) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	/** A time as people here read it. */
	static String time(Instant at) {
		return TIME.format(at);
	}

	/** What it is called. */
	public String title() {
		return this.item.title().isEmpty() ? "（还没有标题）" : this.item.title();
	}

	/** When somebody saved last. */
	public String changed() {
		return time(this.item.changedAt());
	}

}
