package cn.mentougou.education.newsroom.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.markup.NewsMarkup;

/**
 * One text on its way into WeChat's markup. The platform knows no style sheet: every
 * element carries its style, as its own editor writes it.
 */
final class WeChatHtml {

	private static final String TEXT = "font-size:16px;line-height:1.75;color:#333333;text-align:justify";

	private static final String NOTE = "margin:0 0 8px;font-size:14px;line-height:1.6;color:#666666;text-align:left";

	private static final Map<String, String> STYLES = Map.ofEntries(Map.entry("p", "margin:0 0 16px"),
			Map.entry("h2", "margin:24px 0 12px;font-size:20px;font-weight:bold;line-height:1.4"),
			Map.entry("h3", "margin:20px 0 10px;font-size:18px;font-weight:bold;line-height:1.4"),
			Map.entry("h4", "margin:16px 0 8px;font-size:17px;font-weight:bold;line-height:1.4"),
			Map.entry("ul", "margin:0 0 16px;padding-left:24px"), Map.entry("ol", "margin:0 0 16px;padding-left:24px"),
			Map.entry("li", "margin:0 0 6px"),
			Map.entry("blockquote", "margin:0 0 16px;padding:8px 12px;border-left:3px solid #2f7d5b;color:#555555"),
			Map.entry("table", "width:100%;margin:0 0 16px;border-collapse:collapse;font-size:14px"),
			Map.entry("caption", "padding:4px;font-size:14px"),
			Map.entry("td", "padding:6px 8px;border:1px solid #cccccc"),
			Map.entry("th", "padding:6px 8px;border:1px solid #cccccc;background-color:#f3f3f3;font-weight:bold"),
			Map.entry("img", "max-width:100%;height:auto"),
			Map.entry("hr", "margin:24px 0;border:none;border-top:1px solid #dddddd"));

	private final Element body;

	private final List<String> pictures;

	private final List<String> links = new ArrayList<>();

	private final List<String> leading = new ArrayList<>();

	private final List<String> trailing = new ArrayList<>();

	WeChatHtml(String html) {
		String clean = NewsMarkup.clean(html);
		this.body = Jsoup.parseBodyFragment(clean).body();
		this.pictures = new ArrayList<>(NewsMarkup.pictures(clean));
		this.body.select("a[href]").forEach(this::link);
	}

	/** The links that WeChat would remove, in their order. */
	List<String> links() {
		return this.links;
	}

	/** The numbers of the pictures' attachments, each once. */
	List<String> pictures() {
		return this.pictures;
	}

	int widestTable() {
		return this.body.select("tr").stream().mapToInt((row) -> row.children().size()).max().orElse(0);
	}

	/** Drops what cannot be shown. */
	void dropPicture(String attachment) {
		this.body.select("img[src=/news/pictures/" + attachment + "]").remove();
		this.pictures.remove(attachment);
	}

	void lead(String line) {
		this.leading.add(line);
	}

	void trail(String line) {
		this.trailing.add(line);
	}

	String html() {
		Document document = Document.createShell("");
		document.outputSettings().prettyPrint(false);
		Element section = document.body().appendElement("section").attr("style", TEXT);
		this.leading.forEach((line) -> section.appendElement("p").attr("style", NOTE).text(line));
		Element text = this.body.clone();
		text.getAllElements().forEach(WeChatHtml::style);
		List.copyOf(text.childNodes()).forEach(section::appendChild);
		this.trailing.forEach((line) -> section.appendElement("p").attr("style", NOTE).text(line));
		int number = 0;
		for (String link : this.links) {
			section.appendElement("p").attr("style", NOTE).text("［" + ++number + "］" + link);
		}
		return WeChatPolicy.apply(document.body().html());
	}

	private void link(Element link) {
		String address = link.attr("href");
		if (WeChatPolicy.ARTICLE_LINK.matcher(address).matches()) {
			return;
		}
		int at = this.links.indexOf(address);
		if (at < 0) {
			this.links.add(address);
			at = this.links.size() - 1;
		}
		link.appendText("［" + (at + 1) + "］");
		link.unwrap();
	}

	private static void style(Element element) {
		@Nullable String base = STYLES.get(element.normalName());
		String own = element.attr("style");
		element.removeAttr("scope");
		if (base != null) {
			element.attr("style", own.isEmpty() ? base : base + ";" + own);
		}
	}

}
