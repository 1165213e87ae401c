package cn.mentougou.education.site.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

import cn.mentougou.education.newsroom.markup.NewsMarkup;
import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.Correction;
import cn.mentougou.education.newsroom.news.Source;
import cn.mentougou.education.office.inspection.FileKind;

/**
 * The text of an item where nothing stands around it: the marks that the page shows
 * beside it are its first lines, and its pictures have whole addresses.
 */
final class FeedText {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日")
		.withZone(ZoneId.of("Asia/Shanghai"));

	/** Nothing else begins so after the cleaning: in a text a quote is escaped. */
	private static final Pattern OWN = Pattern.compile("(\\s(?:src|href)=\")/(?!/)");

	/** XML 1.0 has no way to say the others, not even escaped. */
	private static final Pattern NOT_OF_XML = Pattern
		.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

	private FeedText() {
	}

	static String html(Feed feed, ApprovedItem item) {
		StringBuilder html = new StringBuilder();
		if (item.aiMade()) {
			html.append("<p><strong>提示：</strong>本文含人工智能（AI）生成的内容，已由编辑核对。</p>");
		}
		Correction correction = item.correction();
		if (correction != null) {
			html.append("<p><strong>更正（").append(DAY.format(correction.at())).append("）：</strong>");
			html.append(escaped(correction.what())).append("</p>");
		}
		html.append(OWN.matcher(NewsMarkup.clean(item.body())).replaceAll("$1" + feed.origin() + "/"));
		Source source = item.source();
		if (source != null) {
			html.append("<p>来源：").append(escaped(source.outlet())).append("</p>");
		}
		return ofXml(html.toString());
	}

	/** What can stand in XML of any text. */
	static String ofXml(String text) {
		return NOT_OF_XML.matcher(text).replaceAll("");
	}

	/** What a file is served as, by the ending that its examination gave it. */
	static String type(String name) {
		String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return Arrays.stream(FileKind.values())
			.filter((kind) -> kind.hasExtension(ending))
			.findFirst()
			.map(FileKind::mediaType)
			.orElse("application/octet-stream");
	}

	/** To the second, as RFC 3339 wants it. */
	static String time(Instant at) {
		return DateTimeFormatter.ISO_INSTANT.format(at);
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
