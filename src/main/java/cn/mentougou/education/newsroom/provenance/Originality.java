package cn.mentougou.education.newsroom.provenance;

/** What the platform's originality check (原创校验) said. */
public enum Originality {

	/** Nobody asked yet; it is asked when the article is sent. */
	UNKNOWN("还没有结果"),

	/** No other original article was found. */
	CLEAR("没有发现相同的原创文章"),

	/** Somebody declared it as original before: sending it goes as a reprint. */
	REPRINT("判定为转载");

	private final String title;

	Originality(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

}
