package cn.mentougou.education.newsroom.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Lists as Word puts them on the clipboard: paragraphs that carry {@code mso-list} with a
 * level, and their sign as text marked {@code mso-list:Ignore}.
 */
final class WordLists {

	private static final Pattern LEVEL = Pattern.compile("(?i)mso-list\\s*:\\s*l(\\d+)\\s+level([1-9])");

	private static final Pattern NUMBERED = Pattern
		.compile("[(（]?([0-9０-９]{1,3}|[a-zA-Z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3}|[①-⑳])[.、．)）]?");

	private static final Pattern SIGN_ALONE = Pattern.compile("[olnuüØqv·•●○■□◆Ø§-]");

	private WordLists() {
	}

	/** Makes lists of them, and says how many. */
	static int rebuild(Element body) {
		int lists = 0;
		Deque<Element> open = new ArrayDeque<>();
		@Nullable Element expected = null;
		for (Element paragraph : List.copyOf(body.select("p[style*=mso-list]"))) {
			Matcher level = LEVEL.matcher(paragraph.attr("style"));
			if (!level.find()) {
				continue;
			}
			if (expected != paragraph) {
				open.clear();
				lists++;
			}
			expected = paragraph.nextElementSibling();
			add(paragraph, Integer.parseInt(level.group(2)), open);
		}
		return lists;
	}

	private static void add(Element paragraph, int level, Deque<Element> open) {
		String tag = isNumbered(takeSign(paragraph)) ? "ol" : "ul";
		while (open.size() > level) {
			open.pop();
		}
		if (open.isEmpty()) {
			Element list = new Element(tag);
			paragraph.before(list);
			open.push(list);
		}
		while (open.size() < level) {
			Element list = new Element(tag);
			@Nullable Element last = open.element().lastElementChild();
			((last != null) ? last : open.element().appendElement("li")).appendChild(list);
			open.push(list);
		}
		Element item = open.element().appendElement("li");
		new ArrayList<>(paragraph.childNodes()).forEach(item::appendChild);
		paragraph.remove();
	}

	private static String takeSign(Element paragraph) {
		@Nullable Element sign = paragraph.selectFirst("[style*=mso-list:Ignore], [style*='mso-list: Ignore']");
		if (sign != null) {
			String text = sign.text().strip();
			sign.remove();
			return text;
		}
		@Nullable Node first = paragraph.firstChild();
		if (first instanceof TextNode text && SIGN_ALONE.matcher(text.text().strip()).matches()) {
			text.remove();
			return text.text().strip();
		}
		return "";
	}

	private static boolean isNumbered(String sign) {
		return !SIGN_ALONE.matcher(sign).matches() && NUMBERED.matcher(sign).matches();
	}

}
