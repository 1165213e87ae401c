package cn.mentougou.education.wechat.tag;

/** Where a tag stands between us and the platform. */
public enum TagState {

	/** It is to be made; it may be there already. */
	CREATING("正在创建"),

	/** It is there, under this name. */
	READY("可用"),

	/** It is to be called otherwise; it may be already. */
	RENAMING("正在改名"),

	/** It is to go; it may be gone already. */
	DELETING("正在删除");

	private final String title;

	TagState(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

}
