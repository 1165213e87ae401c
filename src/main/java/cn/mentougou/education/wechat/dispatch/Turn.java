package cn.mentougou.education.wechat.dispatch;

/**
 * When a handler is asked, in this order; the first that accepts answers. Every feature
 * takes its line here, and the README's table says the same.
 */
public enum Turn {

	/** An answer to our own question or a tap on a choice that we offered. */
	OUR_QUESTION,

	/** A command word at the start (公开, 新闻, 帮助 …), with what follows it. */
	COMMAND_WORD,

	/** A class conversation that the person opened, until 30 idle minutes or 退出. */
	OPEN_CONVERSATION,

	/** A keyword that is the whole text. */
	WHOLE_KEYWORD,

	/** The class conversation by default of a bound guardian. */
	DEFAULT_CONVERSATION,

	/** A keyword at the start of the text or inside it. */
	OTHER_KEYWORD,

	/** A search of what is disclosed, if it finds something. */
	DISCLOSURE_SEARCH,

	/** An event with a scene code: a scanned QR code with parameters. */
	SCENE_CODE,

	/** An event with a menu key. */
	MENU_KEY,

	/** The welcome of a new follower. */
	WELCOME,

	/** What remains: a kind answer, and the message is filed for the staff. */
	DEFAULT_ANSWER

}
