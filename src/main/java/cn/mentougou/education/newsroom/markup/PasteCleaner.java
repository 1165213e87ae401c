package cn.mentougou.education.newsroom.markup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

import cn.mentougou.education.newsroom.markup.PasteReport.Gone;
import cn.mentougou.education.newsroom.markup.PasteReport.Origin;
import cn.mentougou.education.newsroom.markup.PasteReport.What;

/** One paste on its way into an item. */
final class PasteCleaner {

	/** Word writes ten times what it says. */
	static final int MOST = 8_000_000;

	private static final Pattern HIDDEN = Pattern.compile(
			"(?i)(^|;)\\s*(display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all|opacity\\s*:\\s*0\\s*(;|$)"
					+ "|font-size\\s*:\\s*0)");

	private static final String WIDGETS = "mpvoice,mpvideo,mpvideosnap,qqmusic,mpcps,mpvote,mpgongyi,mpprofile,mpshop,"
			+ "mpcpc,mpproduct,[data-pluginname],iframe.vote_iframe,.js_editor_vote_card";

	private static final String MEDIA = "video,audio,iframe.video_iframe,iframe[data-mpvid],embed,object,source";

	private static final String SCRIPTS = "script,iframe,frame,applet,noscript,template,xmp,portal,math";

	private static final String FORMS = "input,select,textarea,button,datalist,meter,progress";

	private final Document page;

	private final Origin origin;

	private final Map<What, Integer> counts = new EnumMap<>(What.class);

	private final Set<String> pictures = new LinkedHashSet<>();

	PasteCleaner(String html) {
		this.page = Jsoup.parse(html);
		this.page.outputSettings().prettyPrint(false);
		this.origin = origin(html, this.page);
		dropUnseen();
		count(What.LIST, WordLists.rebuild(this.page.body()));
		dropForeign();
		marksForPictures();
		plainStyles();
	}

	PasteReport report() {
		String html = NewsMarkup.clean(this.page.body().html());
		List<Gone> gone = new ArrayList<>();
		this.counts.forEach((what, count) -> gone.add(new Gone(what, count)));
		return new PasteReport(html, this.origin, gone, List.copyOf(this.pictures));
	}

	private static Origin origin(String html, Document page) {
		if (html.contains("schemas-microsoft-com:office") || html.contains("mso-")
				|| page.selectFirst("[class^=Mso]") != null) {
			return Origin.WORD;
		}
		if (page
			.selectFirst("img[data-src], #js_content, [data-pluginname], section[data-tools], mpvoice, mpvideo") != null
				|| html.contains("mmbiz.qpic.cn") || html.contains("mmbiz.qlogo.cn")) {
			return Origin.WECHAT;
		}
		return (page.body().selectFirst("body > *") instanceof Element) ? Origin.PAGE : Origin.TEXT;
	}

	/** What a reader of the original did not see is not meant for readers. */
	private void dropUnseen() {
		remove(What.DELETED_TEXT, "del[cite], del[datetime], .msoDel, del.msoIns");
		this.page.select("ins[cite], ins[datetime], .msoIns").unwrap();
		remove(What.COMMENT, "div[style*=mso-element:comment-list], div[style*='mso-element: comment-list'], "
				+ ".MsoCommentReference, .MsoCommentText, a.msocomanchor, a[href^=#_msocom], [style*=mso-special-character:comment], "
				+ "[style*='mso-special-character: comment']");
		for (Element styled : this.page.body().select("[style]")) {
			boolean isArticle = styled.id().equals("js_content");
			if (!isArticle && styled.parent() != null && HIDDEN.matcher(styled.attr("style")).find()) {
				if (styled.selectFirst("img") != null || styled.hasText()) {
					count(What.HIDDEN_TEXT, 1);
				}
				styled.remove();
			}
		}
		remove(What.HIDDEN_TEXT, "[hidden]");
		List<Comment> comments = new ArrayList<>();
		this.page.traverse((node, depth) -> {
			if (node instanceof Comment comment) {
				comments.add(comment);
			}
		});
		comments.forEach(Comment::remove);
	}

	private void dropForeign() {
		remove(What.WIDGET, WIDGETS);
		for (Element element : this.page.body().getAllElements()) {
			String name = element.normalName();
			if (name.startsWith("mp-") && element.parent() != null) {
				element.remove();
				count(What.WIDGET, 1);
			}
			else if (name.indexOf(':') > 0 && element.parent() != null) {
				dropWordMarkup(element, name);
			}
		}
		remove(What.MEDIA, MEDIA);
		remove(What.SCRIPT, SCRIPTS);
		remove(What.FORM, FORMS);
		remove(What.DECORATION, "svg, canvas");
		for (Element link : this.page.body().select("a[href]")) {
			if (!MarkupPolicy.LINK.matcher(link.attr("href").strip()).matches()) {
				link.unwrap();
				count(What.LINK, 1);
			}
		}
	}

	/** o:p holds words, v:shape holds a picture that lies on the writer's disk. */
	private void dropWordMarkup(Element element, String name) {
		count(What.WORD_MARKUP, 1);
		if (name.startsWith("v:")) {
			if (element.selectFirst("v|imagedata") != null
					&& element.parents().stream().noneMatch(PasteCleaner::isDrawn)) {
				element.before(new TextNode(mark("")));
			}
			element.remove();
		}
		else {
			element.unwrap();
		}
	}

	private static boolean isDrawn(Element element) {
		return element.normalName().startsWith("v:");
	}

	/** Pictures are only ever ours; where another stood, the text says so. */
	private void marksForPictures() {
		for (Element picture : this.page.body().select("img")) {
			String address = picture.hasAttr("data-src") ? picture.attr("data-src") : picture.attr("src");
			if (MarkupPolicy.PICTURE.matcher(address).matches()) {
				picture.attr("src", address);
			}
			else if (isPoint(picture)) {
				picture.remove();
			}
			else {
				picture.replaceWith(new TextNode(mark(MarkupPolicy.LINK.matcher(address).matches() ? address : "")));
			}
		}
	}

	/** A picture of one pixel only tells somebody that it was read. */
	private static boolean isPoint(Element picture) {
		return picture.attr("width").matches("[01](px)?") || picture.attr("height").matches("[01](px)?");
	}

	private String mark(String address) {
		count(What.PICTURE, 1);
		if (!address.isEmpty()) {
			this.pictures.add(address);
		}
		return NewsMarkup.PICTURE_MARK + this.counts.get(What.PICTURE) + "〕";
	}

	/** Emphasis stays as emphasis, alignment and indentation stay; the rest goes. */
	private void plainStyles() {
		for (Element styled : this.page.body().select("[style], font")) {
			Map<String, String> style = StyleRules.parse(styled.attr("style"));
			StringBuilder kept = new StringBuilder();
			for (String name : List.of("text-align", "text-indent")) {
				String value = style.getOrDefault(name, "");
				if (!value.isEmpty() && !value.equals("start") && !value.equals("left")) {
					kept.append(name).append(':').append(value).append(';');
				}
			}
			String asked = StyleRules.kept("p", kept.toString());
			if (style.size() > (asked.isEmpty() ? 0 : asked.split(";").length)) {
				count(What.STYLE, 1);
			}
			styled.removeAttr("style");
			if (!asked.isEmpty()) {
				styled.attr("style", asked);
			}
			if (styled.normalName().equals("span") || styled.normalName().equals("font")) {
				emphasise(styled, style);
			}
		}
	}

	private static void emphasise(Element span, Map<String, String> style) {
		if (style.getOrDefault("font-weight", "").matches("bold|bolder|[6-9]00")) {
			wrapInside(span, "strong");
		}
		if (style.getOrDefault("font-style", "").equals("italic")) {
			wrapInside(span, "em");
		}
		if (style.getOrDefault("text-decoration", "").contains("underline")) {
			wrapInside(span, "u");
		}
		if (style.getOrDefault("text-decoration", "").contains("line-through")) {
			wrapInside(span, "s");
		}
	}

	private static void wrapInside(Element span, String tag) {
		Element inner = new Element(tag);
		List.copyOf(span.childNodes()).forEach(inner::appendChild);
		span.appendChild(inner);
	}

	private void remove(What what, String query) {
		for (Element element : this.page.select(query)) {
			// It may have gone with the one around it.
			if (element.parent() != null && element.ownerDocument() != null) {
				element.remove();
				count(what, 1);
			}
		}
	}

	private void count(What what, int more) {
		if (more > 0) {
			this.counts.merge(what, more, Integer::sum);
		}
	}

}
