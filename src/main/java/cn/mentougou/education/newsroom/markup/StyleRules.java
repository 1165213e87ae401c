package cn.mentougou.education.newsroom.markup;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The few styles that may stand in an item. Each value must be known as a whole, so that
 * neither an address, nor an escape, nor a position over the page gets through.
 */
final class StyleRules {

	private static final String COLOUR = "#[0-9a-f]{3}|#[0-9a-f]{6}|rgb\\( ?\\d{1,3} ?, ?\\d{1,3} ?, ?\\d{1,3} ?\\)"
			+ "|black|red|blue|green|gr[ae]y|orange|purple|brown|navy|teal|maroon";

	private static final Map<String, Pattern> TEXT = Map.of("text-align", Pattern.compile("left|right|center|justify"),
			"text-indent", Pattern.compile("[0-4](\\.\\d{1,2})?em|\\d{1,2}(\\.\\d{1,2})?p[tx]"), "line-height",
			Pattern.compile("[1-3](\\.\\d{1,3})?"), "color", Pattern.compile(COLOUR), "background-color",
			Pattern.compile(COLOUR + "|yellow|white"), "font-size",
			Pattern.compile("(9|[12]\\d|3[0-6])(\\.\\d{1,2})?p[tx]|(0\\.[89]|1(\\.\\d{1,2})?|2)em"));

	private static final Pattern WIDTH = Pattern.compile("100%|[1-9]\\d?(\\.\\d{1,2})?%|[1-9]\\d{1,2}(\\.\\d{1,2})?px");

	private static final Set<String> SIZED = Set.of("img", "table", "td", "th", "col");

	private static final Set<String> STYLED = Set.of("p", "span", "h2", "h3", "h4", "li", "blockquote", "td", "th");

	private StyleRules() {
	}

	/** What of this style may stay on this element; empty if nothing. */
	static String kept(String element, String style) {
		return parse(style).entrySet()
			.stream()
			.filter((one) -> isKept(element, one.getKey(), one.getValue()))
			.map((one) -> one.getKey() + ":" + one.getValue())
			.collect(Collectors.joining(";"));
	}

	/** The declarations by name; a later one wins. */
	static Map<String, String> parse(String style) {
		Map<String, String> declarations = new LinkedHashMap<>();
		for (String declaration : style.toLowerCase(Locale.ROOT).split(";", -1)) {
			int colon = declaration.indexOf(':');
			if (colon > 0) {
				declarations.put(declaration.substring(0, colon).strip(),
						declaration.substring(colon + 1).strip().replaceAll("\\s+", " "));
			}
		}
		return declarations;
	}

	private static boolean isKept(String element, String name, String value) {
		if (name.equals("width")) {
			return SIZED.contains(element) && WIDTH.matcher(value).matches();
		}
		@Nullable Pattern rule = STYLED.contains(element) ? TEXT.get(name) : null;
		return rule != null && rule.matcher(value).matches();
	}

}
