package cn.mentougou.education.wechat.menu;

import java.util.Arrays;
import java.util.Optional;

/** What a menu entry does when it is tapped, by the platform's word. */
public enum ButtonKind {

	/** Opens the entries under it; the platform has no word for it and reports no tap. */
	SUBMENU("", Value.NONE, "打开子菜单"),

	/** Sends a key, which we answer. */
	CLICK("click", Value.KEY, "回复消息"),

	/** Opens a page. */
	VIEW("view", Value.URL, "打开网页"),

	/** Opens a mini program that is linked to the account. */
	MINIPROGRAM("miniprogram", Value.URL, "打开小程序"),

	/** Scans a code; the phone shows what it says. */
	SCANCODE_PUSH("scancode_push", Value.KEY, "扫一扫"),

	/** Scans a code and waits for our answer. */
	SCANCODE_WAITMSG("scancode_waitmsg", Value.KEY, "扫一扫并等待回复"),

	/** Takes a photograph. */
	PIC_SYSPHOTO("pic_sysphoto", Value.KEY, "拍照发送"),

	/** Takes a photograph or chooses one. */
	PIC_PHOTO_OR_ALBUM("pic_photo_or_album", Value.KEY, "拍照或从相册选"),

	/** Chooses a picture. */
	PIC_WEIXIN("pic_weixin", Value.KEY, "从微信相册选"),

	/** Chooses a place. */
	LOCATION_SELECT("location_select", Value.KEY, "发送位置"),

	/** Sends a material that lasts. */
	MEDIA_ID("media_id", Value.MEDIA, "发送素材"),

	/** Opens an article made of a material. */
	VIEW_LIMITED("view_limited", Value.MEDIA, "打开图文素材"),

	/** Sends a published article. */
	ARTICLE_ID("article_id", Value.ARTICLE, "发送已发布的文章"),

	/** Opens a published article. */
	ARTICLE_VIEW_LIMITED("article_view_limited", Value.ARTICLE, "打开已发布的文章"),

	/** Something that was pulled and is not known here; it cannot be published. */
	FOREIGN("", Value.NONE, "这里不认识的类型");

	private final String word;

	private final Value value;

	private final String title;

	ButtonKind(String word, Value value, String title) {
		this.word = word;
		this.value = value;
		this.title = title;
	}

	/** The platform's word; empty if it has none. */
	public String word() {
		return this.word;
	}

	/** What the value of such an entry is. */
	public Value value() {
		return this.value;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

	/** Whether a person who taps waits for an answer of ours to its key. */
	public boolean isAnswered() {
		return this == CLICK || this == SCANCODE_WAITMSG;
	}

	/** The kind with this word of the platform. */
	public static Optional<ButtonKind> of(String word) {
		return Arrays.stream(values()).filter((kind) -> !kind.word.isEmpty() && kind.word.equals(word)).findFirst();
	}

	/** What stands in the value of an entry. */
	public enum Value {

		/** Nothing. */
		NONE,

		/** A key, at most 128 bytes. */
		KEY,

		/** An address, at most 1024 bytes; of a mini program the page for old clients. */
		URL,

		/** The id of a material. */
		MEDIA,

		/** The id of a published article. */
		ARTICLE

	}

}
