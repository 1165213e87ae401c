package cn.mentougou.wechatsim.menu;

import cn.mentougou.wechatsim.platform.ApiError;

/** The codes with which menu calls are refused. */
enum MenuCode {

	/** A media button names no material. */
	MEDIA_ID(40007, "invalid media_id"),
	/** No button, or more than three; of a submenu more than five. */
	BUTTON_COUNT(40016, "invalid button size"), SUB_BUTTON_COUNT(40023, "invalid sub button size"),
	/** The platform knows no such button. */
	BUTTON_TYPE(40017, "invalid button type"), SUB_BUTTON_TYPE(40024, "invalid sub button type"),
	/** The name is missing or has more than 16, or 60, bytes. */
	BUTTON_NAME(40018, "invalid button name size"), SUB_BUTTON_NAME(40025, "invalid sub button name size"),
	/** The key is missing or has more than 128 bytes. */
	BUTTON_KEY(40019, "invalid button key size"), SUB_BUTTON_KEY(40026, "invalid sub button key size"),
	/** The address is missing or has more than 1024 bytes. */
	BUTTON_URL(40020, "invalid button url size"), SUB_BUTTON_URL(40027, "invalid sub button url size"),
	/** A submenu within a submenu. */
	SUB_MENU_LEVEL(40022, "invalid sub menu level"),
	/** The address is not one of the web. */
	SUB_BUTTON_DOMAIN(40054, "invalid sub button url domain"), BUTTON_DOMAIN(40055, "invalid button url domain"),
	/** The mini program is not linked to the account. */
	MINI_PROGRAM(40166, "invalid weapp appid"),
	/** There is no such tag to match. */
	TAG_ID(45159, "invalid tag id"),
	/** The account has no menu. */
	NO_MENU(46003, "menu no exist"),
	/** There is no article of this id. */
	ARTICLE_ID(53600, "invalid article_id"),
	/** There is no conditional menu of this id. */
	NO_CONDITIONAL(65301, "menuid not exist"),
	/** Nobody here has this openid. */
	NO_USER(65302, "user not exist"),
	/** A conditional menu needs a default one. */
	NO_DEFAULT(65303, "there is no selfmenu, please create selfmenu first"),
	/** The rule says nothing that is matched today. */
	EMPTY_RULE(65304, "match rule empty"),
	/** The menus lead to more than three domains. */
	TOO_MANY_DOMAINS(65316, "can't set more than 3 domains");

	private final int code;

	private final String words;

	MenuCode(int code, String words) {
		this.code = code;
		this.words = words;
	}

	ApiError error() {
		return new ApiError(code, words);
	}

}
