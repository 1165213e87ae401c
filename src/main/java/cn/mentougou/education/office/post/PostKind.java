package cn.mentougou.education.office.post;

/** How much of a person's work is disclosure. */
public enum PostKind {

	/** All of it. */
	FULL_TIME("全职"),

	/** A part of it. */
	PART_TIME("兼职");

	private final String title;

	PostKind(String title) {
		this.title = title;
	}

	/** What people and the annual report read. */
	public String title() {
		return this.title;
	}

}
