package cn.mentougou.education.newsroom.draft;

/** How far an item is. */
public enum Stage {

	/** It is being written; it may be handed in. */
	DRAFT("拟稿"),

	/** It lies with reviewer or leader; an edit voids that. */
	SUBMITTED("审查审批中"),

	/** It was given back with a reason; it may be handed in again. */
	RETURNED("已退回"),

	/** It is approved and shown; it may be corrected or withdrawn. */
	APPROVED("已批准"),

	/** It was edited after it was handed in or approved; it may be handed in again. */
	CHANGED("改动待重新送审"),

	/** It was withdrawn for good. */
	WITHDRAWN("已撤回");

	private final String title;

	Stage(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

	/** Whether it may be handed in. */
	public boolean maySubmit() {
		return this == DRAFT || this == RETURNED || this == CHANGED;
	}

}
