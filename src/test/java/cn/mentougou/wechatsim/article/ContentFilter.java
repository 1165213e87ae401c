package cn.mentougou.wechatsim.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the platform takes out of an article without a word: scripts, pictures that do not
 * lie with it, links to elsewhere (接口文档 新增草稿: 图片url必须来源"上传图文消息内的图片获取URL"接口，外部图片url将被过滤).
 */
final class ContentFilter {

	private static final Pattern WITH_CONTENT = Pattern
		.compile("(?is)<(script|style|iframe|object|noscript|svg|math|template)\\b.*?(</\\1\\s*>|$)");

	private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?(-->|$)");

	private static final Pattern TAG = Pattern
		.compile("<(/?)([a-zA-Z][-a-zA-Z0-9]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>");

	private static final Pattern ATTRIBUTE = Pattern
		.compile("([^\\s\"'>/=]+)(?:\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s\"'>]+))?");

	private static final Pattern OWN_PICTURE = Pattern.compile("https?://mmbiz\\.(qpic|qlogo)\\.cn/.*");

	private static final Set<String> TAKEN_OUT = Set.of("embed", "form", "input", "button", "textarea", "select",
			"link", "meta", "base", "frame", "frameset", "applet", "audio", "video", "html", "head", "body");

	private final Predicate<String> ownLink;

	private final List<String> stripped = new ArrayList<>();

	ContentFilter(Predicate<String> ownLink) {
		this.ownLink = ownLink;
	}

	/** What was taken out so far. */
	List<String> stripped() {
		return List.copyOf(stripped);
	}

	String filter(String html) {
		String bare = drop(COMMENT, drop(WITH_CONTENT, html));
		Matcher tag = TAG.matcher(bare);
		StringBuilder result = new StringBuilder();
		int last = 0;
		while (tag.find()) {
			result.append(words(bare.substring(last, tag.start())));
			String name = tag.group(2).toLowerCase(Locale.ROOT);
			if (TAKEN_OUT.contains(name)) {
				stripped.add("<" + name + ">");
			}
			else {
				result.append('<').append(tag.group(1)).append(name);
				result.append(tag.group(1).isEmpty() ? attributes(name, tag.group(3)) : "").append('>');
			}
			last = tag.end();
		}
		return result.append(words(bare.substring(last))).toString();
	}

	/** What is no tag can be no half of one either. */
	private static String words(String text) {
		return text.replace("<", "&lt;");
	}

	private String drop(Pattern what, String html) {
		Matcher matcher = what.matcher(html);
		StringBuilder result = new StringBuilder();
		while (matcher.find()) {
			stripped.add(matcher.group().replaceAll("(?s)^(<!?[-a-zA-Z]*).*", "$1") + ">");
			matcher.appendReplacement(result, "");
		}
		return matcher.appendTail(result).toString();
	}

	private String attributes(String tag, String written) {
		StringBuilder result = new StringBuilder();
		Matcher attribute = ATTRIBUTE.matcher(written);
		while (attribute.find()) {
			String name = attribute.group(1).toLowerCase(Locale.ROOT);
			String value = (attribute.group(2) != null) ? attribute.group(2).replaceAll("^[\"']|[\"']$", "") : "";
			if (name.startsWith("on") || !name.matches("[a-z_:][-a-z0-9_:.]*")) {
				stripped.add(name);
			}
			else if (isForeign(tag, name, value)) {
				stripped.add(tag + " " + value);
				result.append(name.equals("src") ? " src=\"\"" : "");
			}
			else {
				result.append(' ').append(name).append("=\"").append(value.replace("\"", "&quot;")).append('"');
			}
		}
		return result.toString();
	}

	private boolean isForeign(String tag, String name, String value) {
		String address = value.strip();
		return switch (name) {
			case "src", "data-src", "srcset", "background", "poster" ->
				!(tag.equals("img") && OWN_PICTURE.matcher(address).matches());
			case "href", "action", "formaction", "xlink:href" -> !ownLink.test(address);
			case "style" -> {
				String low = address.toLowerCase(Locale.ROOT);
				yield low.contains("expression") || low.contains("\\") || low.contains("url(")
						&& !low.contains("url(http://mmbiz.qpic.cn/") && !low.contains("url(https://mmbiz.qpic.cn/");
			}
			default -> false;
		};
	}

}
