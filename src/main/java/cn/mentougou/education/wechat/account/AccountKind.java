package cn.mentougou.education.wechat.account;

/** What the platform registered an account as; it decides what the account may do. */
public enum AccountKind {

	/** 订阅号: a mass message a day; no web authorisation and no QR with parameters. */
	SUBSCRIPTION("订阅号"),

	/** 服务号: classes, enquiries, template messages, web authorisation. */
	SERVICE("服务号");

	private final String label;

	AccountKind(String label) {
		this.label = label;
	}

	/** The kind as people in China say it. */
	public String label() {
		return this.label;
	}

}
