package cn.mentougou.education.newsroom.newsreply;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.newsroom.news.NewsListQuery;
import cn.mentougou.education.wechat.envelope.Reply;

/** Makes the answer of the newest approved items. */
class NewsAnswers {

	/** Cards that the platform shows in answer to an event. */
	static final int MOST = 8;

	/** Titles that one card names. */
	private static final int NAMED = 4;

	/** A phone shows about three lines of a description. */
	private static final int DIGEST = 60;

	private static final Comparator<ApprovedItem> NEWEST_FIRST = Comparator.comparing(ApprovedItem::firstShownAt)
		.thenComparing((item) -> item.id().value())
		.reversed();

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final Function<NewsListQuery, List<ApprovedItem>> latest;

	private final String site;

	/**
	 * Answers with links to this website.
	 * @param latest asks for approved items
	 * @param site scheme and host, empty if nobody said where it is
	 */
	NewsAnswers(Function<NewsListQuery, List<ApprovedItem>> latest, String site) {
		this.latest = latest;
		this.site = site;
	}

	/** In answer to a text: one card. */
	Reply toText(NewsWish wish) {
		List<ApprovedItem> items = newest(wish);
		if (items.isEmpty() || this.site.isEmpty()) {
			return inWords(wish, items);
		}
		ApprovedItem first = items.get(0);
		StringBuilder more = new StringBuilder(description(first));
		items.stream().skip(1).limit(NAMED).forEach((item) -> more.append("\n· ").append(item.title()));
		return new Reply.News(List.of(card(first, more.toString())));
	}

	/** In answer to a tap: a card for each. */
	Reply toTap(NewsWish wish) {
		List<ApprovedItem> items = newest(wish);
		if (items.isEmpty() || this.site.isEmpty()) {
			return inWords(wish, items);
		}
		return new Reply.News(items.stream().map((item) -> card(item, description(item))).toList());
	}

	/** The same levels together, the newest first. */
	private List<ApprovedItem> newest(NewsWish wish) {
		if (wish.levels().isEmpty()) {
			return this.latest.apply(NewsListQuery.newest(MOST));
		}
		List<ApprovedItem> items = new ArrayList<>();
		for (NewsLevel level : wish.levels()) {
			items.addAll(this.latest.apply(NewsListQuery.newest(level, MOST)));
		}
		return items.stream().sorted(NEWEST_FIRST).limit(MOST).toList();
	}

	private Reply.Article card(ApprovedItem item, String description) {
		String cover = item.cover();
		String picture = (cover != null) ? this.site + "/news/pictures/" + cover : "";
		return new Reply.Article(item.title(), description, picture, this.site + "/news/" + item.id().value());
	}

	private static String description(ApprovedItem item) {
		String digest = item.digest().strip().replaceAll("\\s+", " ");
		String said = (digest.codePointCount(0, digest.length()) <= DIGEST) ? digest
				: digest.substring(0, digest.offsetByCodePoints(0, DIGEST)) + "…";
		String marks = ((item.correction() != null) ? "【已更正】" : "") + (item.aiMade() ? "【含AI生成内容】" : "");
		return marks + "【" + item.level().title() + "】" + day(item.firstShownAt()) + (said.isEmpty() ? "" : " " + said);
	}

	private static String day(Instant at) {
		return DAY.format(at);
	}

	/** Where there is nothing to open: titles, or that there are none yet. */
	private static Reply inWords(NewsWish wish, List<ApprovedItem> items) {
		if (items.isEmpty()) {
			return new Reply.Text("还没有发布" + wish.title() + "。编辑每天更新，请晚些时候再来看。");
		}
		StringBuilder text = new StringBuilder("最新的").append(wish.title()).append("：");
		for (ApprovedItem item : items) {
			String line = "\n· " + item.title() + "（" + item.level().title() + "，" + day(item.firstShownAt()) + "）";
			if (bytes(text) + bytes(line) < Reply.Text.MAX_BYTES - 100) {
				text.append(line);
			}
		}
		return new Reply.Text(text.append("\n全文请看每日推送。").toString());
	}

	private static int bytes(CharSequence text) {
		return text.toString().getBytes(StandardCharsets.UTF_8).length;
	}

}
