package cn.mentougou.education.wechat.followerstatistics;

/** By what comings and goings are counted. */
public enum Grouping {

	/** By the day. */
	DAY("日期"),

	/** By how people came. */
	WAY("关注方式"),

	/** By the scene of the QR code. */
	SCENE("二维码场景"),

	/** By where the QR code hangs. */
	PLACE("地点");

	private final String title;

	Grouping(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

}
