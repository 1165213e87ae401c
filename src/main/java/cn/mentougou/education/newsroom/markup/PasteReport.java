package cn.mentougou.education.newsroom.markup;

import java.util.List;

/**
 * What became of a paste.
 *
 * @param html what is left, clean
 * @param origin where it came from
 * @param gone what went, and how often
 * @param pictures the addresses of pictures that did not come along; where each stood,
 * the text says so
 */
public record PasteReport(String html, Origin origin, List<Gone> gone, List<String> pictures) {

	/** Copies the lists. */
	public PasteReport {
		gone = List.copyOf(gone);
		pictures = List.copyOf(pictures);
	}

	/** What people read about it, a sentence for each kind of loss. */
	public List<String> sentences() {
		return this.gone.stream().map(Gone::sentence).toList();
	}

	/** Where a paste came from, by its marks. */
	public enum Origin {

		/** Word or WPS. */
		WORD("Word 或 WPS"),

		/** An article of an official account, or an editor made for them. */
		WECHAT("公众号文章"),

		/** Another page. */
		PAGE("网页"),

		/** Words alone. */
		TEXT("纯文字");

		private final String title;

		Origin(String title) {
			this.title = title;
		}

		/** What people call it. */
		public String title() {
			return this.title;
		}

	}

	/**
	 * One kind of loss.
	 *
	 * @param what what went
	 * @param count how often
	 */
	public record Gone(What what, int count) {

		/** What people read. */
		public String sentence() {
			return this.what.before + " " + this.count + " " + this.what.after;
		}

	}

	/** What can go. */
	public enum What {

		/** Text that was struck out while changes were tracked. */
		DELETED_TEXT("去掉了", "处修订中已删除的文字（Word 留着，不该见报）"),

		/** Comments of those who worked on it. */
		COMMENT("去掉了", "处批注"),

		/** Text that nobody saw. */
		HIDDEN_TEXT("去掉了", "处隐藏的文字"),

		/** A picture that lies elsewhere. */
		PICTURE("有", "张图片没有带过来：请另存后重新上传，正文里标出了原来的位置"),

		/** Film and sound. */
		MEDIA("去掉了", "个视频或音频：视频请用链接"),

		/** Cards, votes, mini programs. */
		WIDGET("去掉了", "个公众号组件（名片、投票、小程序、视频号等）"),

		/** Drawings that only adorn. */
		DECORATION("去掉了", "个装饰图形"),

		/** Programs. */
		SCRIPT("去掉了", "段脚本或外来程序"),

		/** Forms. */
		FORM("去掉了", "个表单控件"),

		/** Links that lead to no page. */
		LINK("去掉了", "个不能打开的链接，文字保留"),

		/** Styles. */
		STYLE("去掉了", "处字体、颜色等排版样式，文字保留"),

		/** Markup that only Word understands. */
		WORD_MARKUP("去掉了", "处 Word 专用标记"),

		/** Lists that Word writes as paragraphs. */
		LIST("把", "个 Word 列表整理成了真正的列表");

		private final String before;

		private final String after;

		What(String before, String after) {
			this.before = before;
			this.after = after;
		}

	}

}
