package cn.mentougou.education.wechat.outbound;

/** How far a message to a person has come. */
public enum SendState {

	/** Written down; it will be sent when it is due. */
	NEW("等待发送"),

	/** One instance is calling the platform; if that dies, the outcome is unknown. */
	SENDING("正在发送"),

	/** The platform took it. Final. */
	SENT("已发送"),

	/** The platform or a rule of ours refused it; the reason says which. Final. */
	REFUSED("没有发送"),

	/**
	 * It may have reached the person or not. A person decides; it stays as it is unless
	 * the sender, thought dead, still learns the outcome. Never sent again by itself.
	 */
	UNKNOWN("不知道是否送达"),

	/** Its window closed, or its time was over, before it could be sent. Final. */
	EXPIRED("过了可以发送的时间，没有发送");

	private final String title;

	SendState(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

}
