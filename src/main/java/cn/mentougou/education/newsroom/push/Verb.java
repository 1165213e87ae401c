package cn.mentougou.education.newsroom.push;

/** What is done with the articles; the platform knows two verbs. */
public enum Verb {

	/** 群发: a card to every follower; uses the quota of mass sends. */
	MASS("群发"),

	/** 发布: a lasting address, and nobody is notified. */
	PUBLISH("发布");

	private final String title;

	Verb(String title) {
		this.title = title;
	}

	/** What people call it. */
	public String title() {
		return this.title;
	}

}
