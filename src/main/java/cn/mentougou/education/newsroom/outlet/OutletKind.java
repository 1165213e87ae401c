package cn.mentougou.education.newsroom.outlet;

/** What sort of outlet it is. */
public enum OutletKind {

	/** A newspaper or journal. */
	NEWSPAPER("报刊"),

	/** A television station: its items are videos by link. */
	TELEVISION("电视台"),

	/** A radio station. */
	RADIO("广播"),

	/** A website. */
	SITE("网站"),

	/** An official account or another new medium. */
	ACCOUNT("新媒体账号");

	private final String title;

	OutletKind(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

}
