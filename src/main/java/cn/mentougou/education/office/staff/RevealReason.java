package cn.mentougou.education.office.staff;

/** Why somebody wants to see a whole phone; recorded as this code. */
public enum RevealReason {

	/** To reach the person about work. */
	WORK("工作联系"),

	/** To compare it with what the person says. */
	CHECK("核对信息"),

	/** Something urgent has happened. */
	EMERGENCY("紧急情况"),

	/** The person asked for their own data. */
	OWN_REQUEST("本人要求");

	private final String title;

	RevealReason(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

}
