package cn.mentougou.education.newsroom.push;

/** How a push stands. */
public enum PlanState {

	/** Waits for its time; may still be changed. */
	PLANNED("已排期"),

	/** Its time has come and something keeps it back; it goes when that is gone. */
	BLOCKED("被拦下"),

	/** Calls are made, or the platform took it and its result is awaited. */
	SENDING("正在发送"),

	/** The platform took it and has not begun: the administrator must confirm. */
	CONFIRMING("等管理员确认"),

	/** It went out; final. */
	SENT("已发出"),

	/** The platform refused it; a person may decide to send again. */
	REFUSED("被微信拒绝"),

	/** Nobody here knows; the platform is asked, or a person ties it. */
	UNKNOWN("结果不明"),

	/** Its time passed and nothing went; a person decides. */
	MISSED("错过时间"),

	/** Left out, by its policy or by a person; final. */
	SKIPPED("已跳过"),

	/** Called off before anything went; final. */
	CANCELLED("已取消"),

	/** A person sends it in WeChat's own console; its event is tied to it. */
	TAKEN_OVER("人工接管");

	private final String title;

	PlanState(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

	/** Whether it may still be changed: no mass send was tried. */
	public boolean isOpen() {
		return this == PLANNED || this == BLOCKED;
	}

	/** Whether something went out, or may have. */
	public boolean maySpend() {
		return this == SENDING || this == CONFIRMING || this == SENT || this == UNKNOWN;
	}

	/** Whether a person must look at it. */
	public boolean isAlarm() {
		return this == BLOCKED || this == REFUSED || this == UNKNOWN || this == MISSED;
	}

}
