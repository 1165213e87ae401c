package cn.mentougou.education.wechat.mark;

/** What the platform is to do for followers, and for how many by one call. */
public enum MarkKind {

	/** Put a tag on. */
	PUT_ON("加标签", 50),

	/** Take a tag off. */
	TAKE_OFF("取下标签", 50),

	/** Call the person so. */
	REMARK("修改备注名", 1),

	/** Put on the block list: the person's messages do not arrive any more. */
	BLOCK("加入黑名单", 20),

	/** Take off the block list. */
	UNBLOCK("移出黑名单", 20);

	private final String title;

	private final int batch;

	MarkKind(String title, int batch) {
		this.title = title;
		this.batch = batch;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

	/** How many followers one call takes. */
	int batch() {
		return this.batch;
	}

	/**
	 * Whether it is about tags or the remark, which the platform keeps of followers only.
	 */
	boolean isForFollowersOnly() {
		return this != BLOCK && this != UNBLOCK;
	}

}
