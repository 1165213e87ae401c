package cn.mentougou.education.newsroom.markup;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The allow-list, the last word on every text. It writes the markup anew from what it
 * understood, so that a browser can understand nothing else: no svg, no math, no style
 * sheet, no comment and no raw text gets through, which are what mutation attacks need.
 */
final class MarkupPolicy {

	/** An address of the web: no user before the host, nothing invisible. */
	static final Pattern LINK = Pattern
		.compile("(?i)https?://[\\p{L}\\p{N}.-]{1,253}(:\\d{1,5})?([/?#][^\\s<>\"'`\\\\\\p{C}]{0,1000})?");

	/** A picture of ours. */
	static final Pattern PICTURE = Pattern.compile("/news/pictures/([1-9]\\d{0,17})");

	private static final Pattern SPAN = Pattern.compile("[1-9]\\d?");

	private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
		.allowElements("p", "h2", "h3", "h4", "strong", "em", "u", "s", "sub", "sup", "br", "hr", "span")
		.allowElements("ul", "ol", "li", "blockquote")
		.allowElements("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td")
		.allowElements((name, attributes) -> attributes.contains("src") ? name : null, "img")
		.allowElements((name, attributes) -> attributes.contains("href") ? name : null, "a")
		.allowUrlProtocols("http", "https")
		.allowAttributes("href")
		.matching(LINK)
		.onElements("a")
		.allowAttributes("src")
		.matching(PICTURE)
		.onElements("img")
		.allowAttributes("alt")
		.onElements("img")
		.allowAttributes("colspan", "rowspan")
		.matching(SPAN)
		.onElements("td", "th")
		.allowAttributes("scope")
		.matching(true, "col", "row")
		.onElements("th")
		.allowAttributes("start")
		.matching(SPAN)
		.onElements("ol")
		.allowAttributes("style")
		.matching((element, attribute, value) -> style(element, value))
		.globally()
		.toFactory();

	private MarkupPolicy() {
	}

	static String apply(String html) {
		return NewsMarkup.readable(POLICY.sanitize(html));
	}

	private static @Nullable String style(String element, String value) {
		String kept = StyleRules.kept(element, value);
		return kept.isEmpty() ? null : kept;
	}

}
