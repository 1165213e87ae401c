package cn.mentougou.education.wechat.reply;

/** What makes a rule answer. */
public enum Trigger {

	/** A person follows the account. */
	WELCOME(false),

	/** One of the phrases is the whole text. */
	WHOLE_KEYWORD(true),

	/** The text begins with one of the phrases. */
	PREFIX_KEYWORD(true),

	/** One of the phrases stands somewhere in the text. */
	CONTAINED_KEYWORD(true),

	/** A menu entry whose key is one of the phrases was tapped. */
	MENU_KEY(true),

	/** A QR code was scanned whose scene code begins with one of the phrases. */
	SCENE(true),

	/** Nothing else answers a message. */
	DEFAULT(false);

	private final boolean needsPhrases;

	Trigger(boolean needsPhrases) {
		this.needsPhrases = needsPhrases;
	}

	/** Whether a rule of this kind lists phrases. */
	public boolean needsPhrases() {
		return this.needsPhrases;
	}

	/** Whether the phrases are words of people, so that spelling is forgiven. */
	boolean isKeyword() {
		return this == WHOLE_KEYWORD || this == PREFIX_KEYWORD || this == CONTAINED_KEYWORD;
	}

}
