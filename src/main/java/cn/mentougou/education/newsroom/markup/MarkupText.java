package cn.mentougou.education.newsroom.markup;

import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of a text. */
final class MarkupText {

	/**
	 * What turns the direction of reading, is invisible, or is no character at all; the
	 * joiner of emoji is left.
	 */
	private static final Pattern INVISIBLE = Pattern
		.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u00AD\\u200B\\u200E\\u200F\\u2028-\\u202E"
				+ "\\u2060-\\u2069\\uFEFF\\uFFF9-\\uFFFB\\uFFFE\\uFFFF]");

	private static final Set<String> LINES = Set.of("p", "h2", "h3", "h4", "li", "tr", "blockquote", "caption", "br",
			"hr");

	private MarkupText() {
	}

	static String visible(String text) {
		return INVISIBLE.matcher(text).replaceAll("");
	}

	/** Lines of text, without empty ones. */
	static String of(Element body) {
		StringBuilder text = new StringBuilder();
		body.traverse(new Reader(text));
		return text.toString().replaceAll("[ \\t\\u00A0]+", " ").replaceAll(" ?\\n[ \\n]*", "\n").strip();
	}

	/** Collects words and line ends. */
	private record Reader(StringBuilder text) implements NodeVisitor {

		@Override
		public void head(Node node, int depth) {
			if (node instanceof TextNode words) {
				this.text.append(words.getWholeText().replaceAll("\\s", " "));
			}
			else if (node instanceof Element cell && (cell.normalName().equals("td") || cell.normalName().equals("th"))
					&& cell.previousElementSibling() != null) {
				this.text.append(' ');
			}
		}

		@Override
		public void tail(Node node, int depth) {
			if (node instanceof Element element && LINES.contains(element.normalName())) {
				this.text.append('\n');
			}
		}

	}

}
