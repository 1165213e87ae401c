package cn.mentougou.education.wechat.followersync;

/** How far a comparison is. */
public enum SyncStep {

	/** Nothing is under way; the next one begins when it is due. */
	RESTING("等待下一次"),

	/** The platform's list is read, page by page. */
	LISTING("正在读取关注者名单"),

	/** The platform is asked about those who did not stand in it. */
	CHECKING("正在核对名单里没有的人"),

	/** Block list and tags are taken over. */
	MARKS("正在核对黑名单和标签");

	private final String title;

	SyncStep(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

}
