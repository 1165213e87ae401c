package cn.mentougou.education.newsroom.news;

/** Whose news it is: of the country, the city or the district. */
public enum NewsLevel {

	/** Of the whole country (国家). */
	NATIONAL("国家"),

	/** Of Beijing (北京市). */
	BEIJING("北京市"),

	/** Of our own district (我区). */
	DISTRICT("我区");

	private final String title;

	NewsLevel(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

}
