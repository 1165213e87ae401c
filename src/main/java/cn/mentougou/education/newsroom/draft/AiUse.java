package cn.mentougou.education.newsroom.draft;

/** What the author declares about AI (人工智能生成合成内容标识办法): it is asked of each item. */
public enum AiUse {

	/** Nobody said yet: the item cannot be handed in. */
	UNSAID("请选择"),

	/** Nothing was made by AI. */
	NONE("没有使用人工智能生成的内容"),

	/** Something was: the item carries the mark everywhere. */
	USED("含人工智能生成的内容，发布时加标识");

	private final String title;

	AiUse(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

}
