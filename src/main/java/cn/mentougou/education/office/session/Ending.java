package cn.mentougou.education.office.session;

import java.util.Locale;

/** Why a session is over. */
public enum Ending {

	/** The person signed out. */
	LEFT("已退出"),

	/** It was not used for too long. */
	IDLE("长时间没有操作"),

	/** It had lasted as long as one may. */
	TOO_OLD("已到最长登录时间"),

	/** The person or the security administrator ended it from elsewhere. */
	ENDED("被结束"),

	/** The sign-in was disabled or changed, or the person is gone. */
	CHANGED("账号有变动");

	private final String title;

	Ending(String title) {
		this.title = title;
	}

	/** What people read in the list of sessions. */
	public String title() {
		return this.title;
	}

	/** The word in addresses and codes, such as {@code too-old}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
