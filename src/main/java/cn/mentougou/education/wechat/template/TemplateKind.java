package cn.mentougou.education.wechat.template;

/** By which channel a template is sent, and against what consent. */
public enum TemplateKind {

	/** 类目模板消息: an important notice of the service, to everybody who follows. */
	MESSAGE("模板消息"),

	/** 一次性订阅通知: one notice for each consent. */
	ONE_TIME("一次性订阅通知"),

	/** 长期订阅通知: as many as needed until the consent is withdrawn. */
	LONG_TERM("长期订阅通知");

	private static final int PLATFORM_LONG_TERM = 3;

	private final String title;

	TemplateKind(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

	/** Whether a consent of the person is needed. */
	public boolean needsConsent() {
		return this != MESSAGE;
	}

	/**
	 * The kind of a notice by the platform's number; a number that is not known allows
	 * the least.
	 */
	static TemplateKind ofNotice(int type) {
		return (type == PLATFORM_LONG_TERM) ? LONG_TERM : ONE_TIME;
	}

}
