package cn.mentougou.education.wechat.poster;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

import cn.mentougou.education.office.print.PdfPrinter;
import cn.mentougou.education.office.print.PrintFont;
import cn.mentougou.education.shared.Refusal;

/**
 * What stands on a poster. The code and the large lines can be read from two metres; the
 * steps are for those who stand before it.
 *
 * @param title what the code is called
 * @param unit whose it is; not printed twice where it is the title
 * @param note the editor's words; empty for none
 * @param url what stands in the code
 * @param promise what can be done after the scan
 * @param steps what happens then
 * @param holdsUntil the last day on which it works; null if there is none
 * @param madeOn when it was printed
 */
record Poster(String title, String unit, String note, String url, String promise, List<String> steps,
		@Nullable LocalDate holdsUntil, LocalDate madeOn) {

	private static final int PIXELS = 8;

	/** Within the margins of A4, in millimetres. */
	private static final double WIDTH = 178;

	private static final double HEIGHT = 275;

	/** A code of this side is scanned from one metre and a half. */
	private static final double SMALLEST = 100;

	private static final double LARGEST = 150;

	private static final double MILLIMETRES = 0.3528;

	private static final String STYLE = """
			@page { size: %s; margin: %.1fmm %.1fmm }
			body { margin: 0; font-family: '%s'; text-align: center; color: #000; line-height: 1.3 }
			h1 { margin: 0; font-size: %.1fpt; font-weight: normal; line-height: 1.2 }
			.unit { margin: %.1fmm 0 0; font-size: %.1fpt }
			img { display: block; margin: %.1fmm auto 0; width: %.1fmm; height: %.1fmm; image-rendering: crisp-edges }
			.scan { margin: 0; font-size: %.1fpt }
			.promise { margin: %.1fmm 0 0; font-size: %.1fpt }
			.note { margin: %.1fmm 0 0; font-size: %.1fpt }
			.holds { margin: %.1fmm 0 0; font-size: %.1fpt }
			ol { margin: %.1fmm 0 0; padding: %.1fmm 0 0 %.1fmm; border-top: 1pt solid #000; text-align: left; font-size: %.1fpt }
			.foot { margin: %.1fmm 0 0; font-size: %.1fpt; text-align: left }
			""";

	/**
	 * The poster to print.
	 * @throws Refusal.Invalid if the font lacks one of its letters
	 */
	byte[] pdf(Paper paper) {
		String missing = PrintFont
			.missing(this.title + this.unit + this.note + this.promise + String.join("", this.steps));
		if (!missing.isEmpty()) {
			throw new Refusal.Invalid("print.no-such-letter", missing);
		}
		return PdfPrinter.print(page(paper), "门头沟教育");
	}

	private String page(Paper paper) {
		StringBuilder page = new StringBuilder("<html lang=\"zh-CN\"><head><title>").append(text(this.title))
			.append("</title><style>")
			.append(style(paper))
			.append("</style></head><body>");
		line(page, "h1", "", this.title);
		if (!this.unit.equals(this.title)) {
			line(page, "p", "unit", this.unit);
		}
		page.append("<img alt=\"")
			.append(text("“" + this.title + "”的二维码"))
			.append("\" src=\"data:image/png;base64,")
			.append(Base64.getEncoder().encodeToString(QrPicture.of(this.url).png(PIXELS)))
			.append("\"/>");
		line(page, "p", "scan", "用微信扫一扫");
		line(page, "p", "promise", "扫码后可以" + this.promise);
		if (!this.note.isEmpty()) {
			line(page, "p", "note", this.note);
		}
		line(page, "p", "holds", (this.holdsUntil != null) ? "有效期至 " + this.holdsUntil.getYear() + " 年 "
				+ this.holdsUntil.getMonthValue() + " 月 " + this.holdsUntil.getDayOfMonth() + " 日" : "长期有效");
		page.append("<ol>");
		this.steps.forEach((step) -> line(page, "li", "", step));
		page.append("</ol>");
		line(page, "p", "foot", "扫码和关注都是自愿的，不扫码也可以到学校或教委办事。微信服务号：门头沟教育。" + this.madeOn + " 印制。");
		return page.append("</body></html>").toString();
	}

	private String style(Paper paper) {
		double one = paper.scale();
		double head = headSize();
		double side = Math.max(SMALLEST, Math.min(LARGEST, HEIGHT - height(this.title, head, 1.2) - unitHeight()
				- height("扫", 26, 1.3) - height("扫码后可以" + this.promise, 24, 1.3) - height(this.note, noteSize(), 1.3)
				- height("至", 20, 1.3) - this.steps.stream().mapToDouble((step) -> height(step, 13.5, 1.3)).sum()
				- height("扫", 10, 2.6) - 24));
		return String.format(Locale.ROOT, STYLE, paper, one * 11, one * 16, PrintFont.FAMILY, one * head, one * 2,
				one * 22, one * 2, one * side, one * side, one * 26, one * 3, one * 24, one * 2, one * noteSize(),
				one * 2, one * 20, one * 4, one * 3, one * 7, one * 13, one * 3, one * 10);
	}

	private double headSize() {
		return (this.title.length() <= 12) ? 40 : (this.title.length() <= 22) ? 30 : 24;
	}

	private double noteSize() {
		return (this.note.length() <= 40) ? 20 : 14;
	}

	private double unitHeight() {
		return this.unit.equals(this.title) ? 0 : 2 + height(this.unit, 22, 1.3);
	}

	/** About how many millimetres of A4 some words take, all of them Chinese. */
	private static double height(String words, double points, double lineHeight) {
		return Math.ceil(words.length() * points * MILLIMETRES / (WIDTH - points * MILLIMETRES)) * points * MILLIMETRES
				* lineHeight;
	}

	private static void line(StringBuilder page, String element, String kind, String words) {
		page.append('<').append(element).append(" class=\"").append(kind).append("\">");
		page.append(text(words)).append("</").append(element).append('>');
	}

	private static String text(String words) {
		return HtmlUtils.htmlEscapeDecimal(words, "UTF-8");
	}

}
