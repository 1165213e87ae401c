package cn.mentougou.education.office.unit;

/** What sort of unit it is and where it may stand in the tree. */
public enum UnitKind {

	/** The commission (教育委员会): the one unit at the top. */
	COMMISSION("教委"),

	/** Section (科室) of the commission, a school or an institute. */
	SECTION("科室"),

	/** School or kindergarten (学校); a branch stands below its school. */
	SCHOOL("学校"),

	/** Institute (事业单位), such as the teachers' college. */
	INSTITUTE("事业单位");

	private final String title;

	UnitKind(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

	/** Whether a unit of this kind may stand directly below one of that kind. */
	boolean mayStandBelow(UnitKind above) {
		return switch (this) {
			case COMMISSION -> false;
			case SECTION -> true;
			case SCHOOL -> above == COMMISSION || above == SCHOOL;
			case INSTITUTE -> above == COMMISSION;
		};
	}

}
