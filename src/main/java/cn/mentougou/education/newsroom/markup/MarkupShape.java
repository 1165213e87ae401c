package cn.mentougou.education.newsroom.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * Brings a tree of any make into the simple shape of an item: paragraphs, headings, lists
 * and tables, one after the other, and nothing but words and pictures inside a paragraph.
 * An article of WeChat is twenty sections deep; a reader of it sees paragraphs.
 */
final class MarkupShape {

	private static final Map<String, String> RENAMED = Map.ofEntries(Map.entry("b", "strong"), Map.entry("i", "em"),
			Map.entry("strike", "s"), Map.entry("del", "s"), Map.entry("ins", "u"), Map.entry("h1", "h2"),
			Map.entry("h5", "h4"), Map.entry("h6", "h4"));

	/** Nothing inside these is meant to be read as text. */
	private static final Set<String> GONE = Set.of("script", "style", "head", "title", "iframe", "object", "embed",
			"applet", "svg", "math", "noscript", "noembed", "noframes", "template", "textarea", "select", "button",
			"input", "xmp", "plaintext", "listing", "audio", "video", "canvas", "link", "meta", "base", "xml", "frame",
			"frameset", "map", "marquee", "datalist", "portal", "dialog");

	private static final Set<String> INLINE = Set.of("strong", "em", "u", "s", "sub", "sup", "span", "a");

	private static final Set<String> HEADINGS = Set.of("h2", "h3", "h4");

	private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "header", "footer", "main",
			"aside", "figure", "figcaption", "address", "dl", "dt", "dd", "pre", "details", "summary", "fieldset",
			"form", "center", "nav", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "table", "caption", "thead",
			"tbody", "tfoot", "tr", "td", "th", "hr", "hgroup", "menu", "dir");

	private static final Evaluator BLOCK = QueryParser.parse(String.join(",", BLOCKS) + ",h1,h5,h6");

	private static final Set<String> TABLE_PARTS = Set.of("caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr",
			"td", "th");

	private MarkupShape() {
	}

	/** The children of the body in their simple shape. */
	static Element of(Element body) {
		Element shaped = new Element("body");
		body.select(String.join(",", GONE)).remove();
		addBlocks(body, shaped, "");
		return shaped;
	}

	private static String name(Element element) {
		String name = element.normalName();
		return RENAMED.getOrDefault(name, name);
	}

	/** Whether it is a block, or an inline element that holds one against the rules. */
	private static boolean isBlock(Node node) {
		return node instanceof Element element && (BLOCKS.contains(name(element)) || holdsBlock(element));
	}

	private static boolean holdsBlock(Element element) {
		return element.selectStream(BLOCK).anyMatch((found) -> found != element);
	}

	/** Everything in the container as blocks; what stands between them becomes one. */
	private static void addBlocks(Element container, Element to, String align) {
		List<Node> run = new ArrayList<>();
		for (Node child : container.childNodes()) {
			if (isBlock(child)) {
				addParagraph(run, to, "p", align);
				run.clear();
				addBlock((Element) child, to, align);
			}
			else {
				run.add(child);
			}
		}
		addParagraph(run, to, "p", align);
	}

	private static void addBlock(Element block, Element to, String inherited) {
		String name = name(block);
		String align = align(block, inherited);
		switch (name) {
			case "hr" -> to.appendElement("hr");
			case "ul", "ol", "menu", "dir" -> addList(block, to, name.equals("ol") ? "ol" : "ul");
			case "table" -> addTable(block, to);
			case "blockquote" -> {
				Element quote = styled(to.appendElement("blockquote"), block.attr("style"));
				addMixed(block, quote);
				dropIfEmpty(quote);
			}
			default -> {
				if (holdsBlock(block)) {
					addBlocks(block, to, align);
				}
				else {
					addParagraph(block.childNodes(), to, HEADINGS.contains(name) ? name : "p",
							block.attr("style") + ";" + align);
				}
			}
		}
	}

	/** How the words of the block stand: its own way, or that of the block around it. */
	private static String align(Element block, String inherited) {
		String own = block.normalName().equals("center") ? "center"
				: StyleRules.parse(block.attr("style")).getOrDefault("text-align", block.attr("align"));
		return own.isEmpty() ? inherited : "text-align:" + own;
	}

	private static void addParagraph(List<Node> run, Element to, String tag, String style) {
		Element paragraph = new Element(tag);
		run.forEach((node) -> addInline(node, paragraph));
		if (paragraph.wholeText().isBlank() && paragraph.selectFirst("img") == null) {
			if (paragraph.selectFirst("br") == null || !tag.equals("p")) {
				return;
			}
			paragraph.empty().appendElement("br");
		}
		to.appendChild(styled(paragraph, style));
	}

	private static void addInline(Node node, Element to) {
		if (node instanceof TextNode text) {
			to.appendChild(new TextNode(MarkupText.visible(text.getWholeText())));
			return;
		}
		if (!(node instanceof Element element)) {
			return;
		}
		String name = name(element);
		if (name.equals("br")) {
			to.appendElement("br");
		}
		else if (name.equals("img")) {
			addPicture(element, to);
		}
		else {
			@Nullable Element kept = inline(name, element);
			Element inner = (kept != null) ? kept : to;
			element.childNodes().forEach((child) -> addInline(child, inner));
			if (kept != null && !kept.childNodes().isEmpty()) {
				to.appendChild(kept);
			}
		}
	}

	private static @Nullable Element inline(String name, Element element) {
		if (!INLINE.contains(name)) {
			return null;
		}
		Element made = new Element(name);
		if (name.equals("a")) {
			String href = element.attr("href").strip();
			return MarkupPolicy.LINK.matcher(href).matches() ? made.attr("href", href) : null;
		}
		if (name.equals("span")) {
			styled(made, element.attr("style"));
			return made.hasAttr("style") ? made : null;
		}
		return made;
	}

	private static void addPicture(Element picture, Element to) {
		if (MarkupPolicy.PICTURE.matcher(picture.attr("src")).matches()) {
			Element made = to.appendElement("img").attr("src", picture.attr("src"));
			made.attr("alt", MarkupText.visible(picture.attr("alt")));
			styled(made, picture.attr("style"));
		}
	}

	private static void addList(Element list, Element to, String tag) {
		Element made = to.appendElement(tag);
		if (tag.equals("ol") && !list.attr("start").isEmpty()) {
			made.attr("start", list.attr("start"));
		}
		for (Node child : list.childNodes()) {
			boolean isItem = child instanceof Element element && element.normalName().equals("li");
			if (isItem) {
				Element item = styled(made.appendElement("li"), child.attr("style"));
				addMixed((Element) child, item);
				dropIfEmpty(item);
			}
			else if (child instanceof Element || child instanceof TextNode text && !text.isBlank()) {
				@Nullable Element last = made.lastElementChild();
				Element item = (last != null && isBlock(child)) ? last : made.appendElement("li");
				addMixed(List.of(child), item);
				dropIfEmpty(item);
			}
		}
		dropIfEmpty(made);
	}

	private static void addTable(Element table, Element to) {
		Element made = styled(to.appendElement("table"), table.attr("style"));
		addTableParts(table, made);
		if (made.selectFirst("td, th") == null) {
			made.remove();
		}
	}

	private static void addTableParts(Element from, Element to) {
		for (Element child : from.children()) {
			String name = child.normalName();
			if (!TABLE_PARTS.contains(name)) {
				continue;
			}
			Element part = styled(to.appendElement(name), child.attr("style"));
			for (String attribute : List.of("colspan", "rowspan", "scope")) {
				if (child.hasAttr(attribute) && !child.attr(attribute).equals("1")) {
					part.attr(attribute, child.attr(attribute));
				}
			}
			if (name.equals("td") || name.equals("th") || name.equals("caption")) {
				addMixed(child, part);
			}
			else {
				addTableParts(child, part);
			}
		}
	}

	/** Words as they stand, blocks as blocks. */
	private static void addMixed(Element from, Element to) {
		addMixed(from.childNodes(), to);
	}

	private static void addMixed(List<Node> nodes, Element to) {
		boolean holdsBlocks = nodes.stream().anyMatch(MarkupShape::isBlock);
		for (Node child : nodes) {
			if (isBlock(child)) {
				addBlock((Element) child, to, "");
			}
			else if (!holdsBlocks || !(child instanceof TextNode text) || !text.isBlank()) {
				addInline(child, to);
			}
		}
	}

	private static Element styled(Element element, String style) {
		String kept = StyleRules.kept(element.normalName(), style);
		if (!kept.isEmpty()) {
			element.attr("style", kept);
		}
		return element;
	}

	private static void dropIfEmpty(Element element) {
		if (element.wholeText().isBlank() && element.selectFirst("img, hr, td, th") == null) {
			element.remove();
		}
	}

}
