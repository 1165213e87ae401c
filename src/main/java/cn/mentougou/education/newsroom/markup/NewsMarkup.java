package cn.mentougou.education.newsroom.markup;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

import cn.mentougou.education.shared.Refusal;

/**
 * The text of an item. What comes out of {@link #clean} holds paragraphs, headings,
 * lists, tables, quotations, emphasis, links of the web and pictures of ours, and nothing
 * else.
 */
public final class NewsMarkup {

	/** Longer texts are refused; the longest article that WeChat takes has 20,000. */
	public static final int MOST = 1_000_000;

	/** How the text says that a pasted picture stood here: this, its number and 〕. */
	public static final String PICTURE_MARK = "〔请重新上传图片";

	/** In UTF-8 only these four look like markup to anybody: ＂ ＇ ＜ ＞. */
	private static final Pattern FULL_WIDTH = Pattern.compile("&#x(?!ff02|ff07|ff1c|ff1e)(ff[0-5][0-9a-f]);");

	/** What is not at rest after so many rounds is kept as words alone. */
	private static final int ROUNDS = 4;

	private NewsMarkup() {
	}

	/**
	 * Brings any text into the small markup. Cleaning what was cleaned changes nothing.
	 * @throws Refusal.Invalid if it is longer than anything that could be sent
	 */
	public static String clean(String html) {
		if (html.length() > MOST) {
			throw new Refusal.Invalid("markup.too-long");
		}
		String cleaned = once(html);
		for (int round = 0; round < ROUNDS; round++) {
			String again = once(cleaned);
			if (again.equals(cleaned)) {
				return cleaned;
			}
			cleaned = again;
		}
		return ofText(text(cleaned));
	}

	private static String once(String html) {
		Element body = MarkupShape.of(Jsoup.parseBodyFragment(html).body());
		Document document = Document.createShell("");
		document.outputSettings().prettyPrint(false);
		document.body().replaceWith(body);
		return MarkupPolicy.apply(body.html());
	}

	/** Plain text as paragraphs, one a line. */
	public static String ofText(String text) {
		StringBuilder html = new StringBuilder();
		text.lines()
			.filter((line) -> !line.isBlank())
			.forEach((line) -> html.append("<p>").append(Entities.escape(MarkupText.visible(line))).append("</p>"));
		return once(html.toString());
	}

	/** Takes what somebody pasted, and says what of it went. */
	public static PasteReport paste(String html) {
		if (html.length() > PasteCleaner.MOST) {
			throw new Refusal.Invalid("markup.too-long");
		}
		return new PasteCleaner(html).report();
	}

	/**
	 * Full-width punctuation as it is: the sanitizer writes references, eight characters
	 * each of the 20,000 that WeChat takes.
	 */
	public static String readable(String sanitized) {
		return FULL_WIDTH.matcher(sanitized)
			.replaceAll((found) -> Character.toString(Integer.parseInt(found.group(1), 16)));
	}

	/** The words, a line for each paragraph. */
	public static String text(String html) {
		return MarkupText.of(Jsoup.parseBodyFragment(html).body());
	}

	/** The numbers of the pictures' attachments, in the order of reading, each once. */
	public static List<String> pictures(String html) {
		return Jsoup.parseBodyFragment(html)
			.select("img[src]")
			.eachAttr("src")
			.stream()
			.map(MarkupPolicy.PICTURE::matcher)
			.filter(Matcher::matches)
			.map((picture) -> picture.group(1))
			.distinct()
			.toList();
	}

	/** Where the links lead, in the order of reading, each once. */
	public static List<String> links(String html) {
		return Jsoup.parseBodyFragment(html).select("a[href]").eachAttr("href").stream().distinct().toList();
	}

}
