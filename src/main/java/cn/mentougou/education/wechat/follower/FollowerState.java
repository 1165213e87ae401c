package cn.mentougou.education.wechat.follower;

/** How a person stands to an account. */
public enum FollowerState {

	/** Follows: may be written to, and may unfollow at any time. */
	FOLLOWING("在关注"),

	/** Does not follow: may follow again until everything about the person is erased. */
	UNFOLLOWED("已取消关注");

	private final String title;

	FollowerState(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

}
