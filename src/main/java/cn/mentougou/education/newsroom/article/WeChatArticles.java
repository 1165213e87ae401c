package cn.mentougou.education.newsroom.article;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.markup.NewsLimits;
import cn.mentougou.education.newsroom.markup.NewsMarkup;
import cn.mentougou.education.office.attachment.Attachment;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.inspection.FileKind;

/**
 * Turns items into articles of WeChat and says what is lost or changed. It asks the
 * platform nothing.
 */
public class WeChatArticles {

	/** An article must be shorter, markup included. */
	static final int LENGTH = 20_000;

	private static final int BYTES = 1 << 20;

	/** As long as an address of the platform is; it comes in place of ours. */
	private static final int ADDRESS = 160;

	private static final int WIDE = 4;

	private static final int SHOWN_TEXT = 54;

	private final Attachments attachments;

	private final NewsLimits limits;

	private final Clock clock;

	private final String site;

	WeChatArticles(Attachments attachments, NewsLimits limits, Clock clock, String site) {
		this.attachments = attachments;
		this.limits = limits;
		this.clock = clock;
		this.site = site;
	}

	/** The article that would be sent. */
	public ConvertedArticle convert(ArticleSource source) {
		List<Loss> losses = new ArrayList<>();
		WeChatHtml html = new WeChatHtml(source.body());
		checkWords(source, losses);
		checkPictures(html, losses);
		addNotes(source, html, losses);
		String cover = cover(source, losses);
		String made = html.html();
		checkLength(source, made, html, losses);
		return new ConvertedArticle(source.title().strip(), source.author().strip(), source.digest().strip(), made,
				this.site.isEmpty() ? "" : this.site + source.page(), cover, losses, html.links(), html.pictures());
	}

	private void checkWords(ArticleSource source, List<Loss> losses) {
		int title = length(source.title());
		if (title == 0) {
			losses.add(new Loss(Loss.Kind.TITLE, "还没有标题，微信不收没有标题的文章。"));
		}
		checkLimit(losses, Loss.Kind.TITLE, title, this.limits.titleOn(LocalDate.now(this.clock)), "标题");
		checkLimit(losses, Loss.Kind.AUTHOR, length(source.author()), this.limits.author(), "作者");
		checkLimit(losses, Loss.Kind.DIGEST, length(source.digest()), this.limits.digest(), "摘要");
		if (length(source.digest()) == 0) {
			losses.add(new Loss(Loss.Kind.DIGEST_FROM_TEXT, "没有写摘要：只推这一条时，微信会取正文开头 " + SHOWN_TEXT + " 个字当摘要。"));
		}
	}

	private static void checkLimit(List<Loss> losses, Loss.Kind kind, int length, int most, String what) {
		if (length > most) {
			losses.add(
					new Loss(kind, what + "有 " + length + " 个字，微信最多收 " + most + " 个字，请删去 " + (length - most) + " 个字。"));
		}
	}

	private void checkPictures(WeChatHtml html, List<Loss> losses) {
		int number = 0;
		for (String picture : List.copyOf(html.pictures())) {
			number++;
			Optional<Attachment> found = picture(picture);
			if (found.isEmpty()) {
				losses.add(new Loss(Loss.Kind.PICTURE_GONE, "正文第 " + number + " 张图片已经不在，请删去或重新上传。"));
				html.dropPicture(picture);
			}
			else if (found.get().size() >= ShrunkPicture.MOST) {
				losses.add(new Loss(Loss.Kind.PICTURE_SMALLER, "正文第 " + number + " 张图片超过 1 MB，发到微信时自动缩小；网站上仍是原图。"));
			}
		}
	}

	private @Nullable String cover(ArticleSource source, List<Loss> losses) {
		if (source.cover() == null) {
			losses.add(new Loss(Loss.Kind.COVER, "还没有选封面图片，微信不收没有封面的文章。"));
			return null;
		}
		Optional<Attachment> found = picture(source.cover());
		if (found.isEmpty()) {
			losses.add(new Loss(Loss.Kind.COVER, "封面图片已经不在，请重新选一张。"));
			return null;
		}
		if (found.get().size() >= ShrunkPicture.MOST) {
			losses.add(new Loss(Loss.Kind.PICTURE_SMALLER, "封面图片超过 1 MB，发到微信时自动缩小。"));
		}
		return source.cover();
	}

	private Optional<Attachment> picture(String attachment) {
		if (!attachment.matches("[1-9]\\d{0,17}")) {
			return Optional.empty();
		}
		return this.attachments.find(new AttachmentId(Long.parseLong(attachment)))
			.filter((one) -> one.kind() == FileKind.JPEG || one.kind() == FileKind.PNG);
	}

	private void addNotes(ArticleSource source, WeChatHtml html, List<Loss> losses) {
		ArticleSource.Corrected correction = source.correction();
		if (correction != null) {
			html.lead("更正（" + day(correction.on()) + "）：" + correction.what());
		}
		if (source.aiMade()) {
			html.lead("本文含人工智能生成的内容。");
		}
		ArticleSource.Outlet outlet = source.outlet();
		if (outlet != null) {
			LocalDate on = outlet.publishedOn();
			html.trail("来源：" + outlet.name() + ((on != null) ? "，" + day(on) : ""));
		}
		String where = this.site.isEmpty() ? "请到门户网站查看" : "点文末“阅读原文”查看";
		source.attachments().forEach((name) -> html.trail("附件：" + name + "（" + where + "）"));
		if (!source.attachments().isEmpty()) {
			losses.add(new Loss(Loss.Kind.ATTACHMENT,
					"微信里不能打开附件：" + source.attachments().size() + " 个附件改为一行文字，" + where + "。"));
		}
		if (this.site.isEmpty()) {
			losses.add(new Loss(Loss.Kind.NO_PAGE, "没有设置网站地址，文末没有“阅读原文”。请系统管理员填写 education.web.base-url。"));
		}
	}

	private static void checkLength(ArticleSource source, String made, WeChatHtml html, List<Loss> losses) {
		String words = NewsMarkup.text(source.body());
		if (words.isEmpty() && html.pictures().isEmpty()) {
			losses.add(new Loss(Loss.Kind.EMPTY, "还没有正文，微信不收空文章。"));
		}
		if (words.contains(NewsMarkup.PICTURE_MARK)) {
			losses.add(new Loss(Loss.Kind.PICTURE_MARK, "正文里还有“" + NewsMarkup.PICTURE_MARK + "…〕”的标记：请放上图片，或删去标记。"));
		}
		if (!html.links().isEmpty()) {
			losses.add(new Loss(Loss.Kind.LINK, "微信会去掉 " + html.links().size() + " 个指向其他网站的链接：文字保留，网址列在文末，读者可以复制。"));
		}
		if (html.widestTable() > WIDE) {
			losses.add(new Loss(Loss.Kind.TABLE, "有 " + html.widestTable() + " 列的表格，手机上会很挤：请看预览，或改成图片。"));
		}
		int length = made.length() + html.pictures().size() * ADDRESS;
		int bytes = made.getBytes(StandardCharsets.UTF_8).length + html.pictures().size() * ADDRESS;
		if (length >= LENGTH || bytes >= BYTES) {
			losses.add(new Loss(Loss.Kind.LENGTH, "连同排版共 " + length + " 个字符，微信要求少于 " + LENGTH + " 个：请分成几篇，或减少表格和排版。"));
		}
	}

	private static String day(LocalDate day) {
		return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
	}

	private static int length(String text) {
		String words = text.strip();
		return words.codePointCount(0, words.length());
	}

}
