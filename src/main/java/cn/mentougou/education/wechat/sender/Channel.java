package cn.mentougou.education.wechat.sender;

/** By which of the platform's ways a message reaches a person. */
public enum Channel {

	/** Inside a window that the person opened; has no key, so it is never repeated. */
	CUSTOMER_SERVICE("客服消息", "/cgi-bin/message/custom/send", false),

	/**
	 * An important notice of the service. {@code client_msg_id} makes it one message for
	 * ten minutes, however often it is sent.
	 */
	TEMPLATE("模板消息", "/cgi-bin/message/template/send", true),

	/** Against a consent that the person gave; has no key, so it is never repeated. */
	NOTICE("订阅通知", "/cgi-bin/message/subscribe/bizsend", false);

	private final String title;

	private final String api;

	private final boolean isKeyed;

	Channel(String title, String api, boolean isKeyed) {
		this.title = title;
		this.api = api;
		this.isKeyed = isKeyed;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

	/** The path of its call, by which the platform counts. */
	public String api() {
		return this.api;
	}

	/** Whether the platform recognises a repeat by its key. */
	public boolean isKeyed() {
		return this.isKeyed;
	}

}
