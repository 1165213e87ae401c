package cn.mentougou.education.newsroom.article;

import java.util.regex.Pattern;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

import cn.mentougou.education.newsroom.markup.NewsMarkup;

/**
 * What leaves for WeChat, and nothing else: the last look before an article is sent.
 * Links lead to articles of WeChat alone; pictures are ours, to be replaced, or the
 * platform's.
 */
final class WeChatPolicy {

	static final Pattern ARTICLE_LINK = Pattern
		.compile("https?://mp\\.weixin\\.qq\\.com/[^\\s<>\"'`\\\\\\p{C}]{1,1000}");

	/** A picture, as it stands in an item. */
	static final Pattern OWN_PICTURE = Pattern.compile("/news/pictures/([1-9]\\d{0,17})");

	/**
	 * An address that the platform gave to a picture; the SDK's form of it is checked
	 * before.
	 */
	static final Pattern HOSTED = Pattern.compile("https?://[\\p{L}\\p{N}.:-]{1,100}/[^\\s<>\"'`\\\\\\p{C}]{0,450}");

	private static final Pattern STYLE = Pattern
		.compile("(?:[a-z-]{3,24}:(?:[#a-z0-9.,% -]|rgb\\([0-9, ]{5,15}\\)){1,60};?){1,16}");

	private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
		.allowElements("section", "p", "h2", "h3", "h4", "strong", "em", "u", "s", "sub", "sup", "br", "hr", "span")
		.allowElements("ul", "ol", "li", "blockquote")
		.allowElements("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td")
		.allowElements((name, attributes) -> attributes.contains("src") ? name : null, "img")
		.allowElements((name, attributes) -> attributes.contains("href") ? name : null, "a")
		.allowUrlProtocols("http", "https")
		.allowAttributes("href")
		.matching(ARTICLE_LINK)
		.onElements("a")
		.allowAttributes("src")
		.matching((element, attribute, value) -> isPicture(value) ? value : null)
		.onElements("img")
		.allowAttributes("alt")
		.onElements("img")
		.allowAttributes("colspan", "rowspan", "start")
		.matching(Pattern.compile("[1-9]\\d?"))
		.onElements("td", "th", "ol")
		.allowAttributes("style")
		.matching(STYLE)
		.globally()
		.toFactory();

	private WeChatPolicy() {
	}

	static String apply(String html) {
		return NewsMarkup.readable(POLICY.sanitize(html));
	}

	private static boolean isPicture(String address) {
		return OWN_PICTURE.matcher(address).matches() || HOSTED.matcher(address).matches();
	}

}
