package cn.mentougou.education.newsroom.markup;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

import static org.assertj.core.api.Assertions.assertThat;

/** What every clean text must be, and texts of every make. */
public final class Markups {

	private static final Set<String> ELEMENTS = Set.of("p", "h2", "h3", "h4", "strong", "em", "u", "s", "sub", "sup",
			"br", "hr", "span", "ul", "ol", "li", "blockquote", "table", "caption", "colgroup", "col", "thead", "tbody",
			"tfoot", "tr", "th", "td", "a", "img");

	private static final Map<String, Set<String>> ATTRIBUTES = Map.of("a", Set.of("href"), "img",
			Set.of("src", "alt", "style"), "td", Set.of("colspan", "rowspan", "style"), "th",
			Set.of("colspan", "rowspan", "scope", "style"), "ol", Set.of("start"));

	/** Pieces that break out of what they stand in, when they are put together. */
	private static final List<String> PIECES = List.of("<p>", "</p>", "<div>", "</div>", "<svg>", "</svg>", "<math>",
			"<mtext>", "<mglyph>", "<style>", "</style>", "<title>", "</title>", "<noscript>", "</noscript>", "<table>",
			"<tr>", "<td>", "</table>", "<ul>", "<li>", "</ul>", "<a href=\"", "\">", "<img src=x onerror=alert(1)>",
			"<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<b>", "<i>", "</b>", "</i>", "<h1>", "<h2>",
			"javascript:alert(1)", "&lt;", "&#x3c;", "&", ";", "'", "\"", "`", "=", "<", ">", "/", "\0", "\u202E", "中文",
			"教育", " ", "\n", "<textarea>", "</textarea>", "<template>", "<form>", "<select>", "<option>",
			"<p style=\"color:red", "<span style='", "position:fixed", "url(", ")", "<blockquote>", "</blockquote>",
			"<img src=\"/news/pictures/7\">", "<a href=https://example.org/>", "</a>", "<xmp>", "<iframe>", "{{", "}}",
			"${7*7}", "<br>", "<hr>", "<o:p>", "<section>", "</section>", "😀", "<th>", "<caption>", "<col>", "<ol>");

	private Markups() {
	}

	/** Nothing but what may stand in an item. */
	public static void assertAllowed(String html) {
		Document page = Jsoup.parse(html);
		assertThat(page.head().childNodes()).as(html).isEmpty();
		page.body().traverse((node, depth) -> {
			if (node instanceof Element element && element != page.body()) {
				assertThat(ELEMENTS).as(html).contains(element.normalName());
				element.attributes().forEach((attribute) -> assertAllowed(element, attribute));
			}
			assertThat(isEmptyComment(node)).as(html).isTrue();
		});
	}

	private static boolean isEmptyComment(Node node) {
		return !(node instanceof Comment comment) || comment.getData().isBlank();
	}

	private static void assertAllowed(Element element, Attribute attribute) {
		Set<String> allowed = ATTRIBUTES.getOrDefault(element.normalName(), Set.of("style"));
		assertThat(allowed).contains(attribute.getKey());
		switch (attribute.getKey()) {
			case "href" -> assertThat(attribute.getValue()).matches("(?i)https?://[^\\s@]+.*");
			case "src" -> assertThat(attribute.getValue()).matches("/news/pictures/\\d+");
			case "style" -> assertThat(attribute.getValue()).matches(
					"((text-align|text-indent|line-height|color|background-color|font-size|width):[#a-z0-9.,()% ]+;?)+")
				.doesNotContain("url", "expression", "fixed", "var(");
			default -> assertThat(attribute.getValue()).isNotNull();
		}
	}

	/** A text of up to so many pieces. */
	public static String soup(Random random, int most) {
		StringBuilder soup = new StringBuilder();
		for (int i = random.nextInt(most) + 1; i > 0; i--) {
			soup.append(PIECES.get(random.nextInt(PIECES.size())));
		}
		return soup.toString();
	}

}
