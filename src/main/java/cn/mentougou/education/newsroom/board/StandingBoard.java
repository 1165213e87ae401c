package cn.mentougou.education.newsroom.board;

import java.util.Locale;

/** The five boards that the report names and that stand always. */
public enum StandingBoard {

	/** Government openness (政务公开). */
	GOVERNMENT("政务公开"),

	/** From first to last step (全程办理). */
	PROCESS("全程办理"),

	/** Education news (教育新闻). */
	EDUCATION("教育新闻"),

	/** What the media write (媒体聚焦). */
	MEDIA("媒体聚焦"),

	/**
	 * Public opinion for reference (舆情参考); for the staff until somebody decides
	 * otherwise.
	 */
	OPINION("舆情参考");

	private final String title;

	StandingBoard(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

	/** What it is called in addresses. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
