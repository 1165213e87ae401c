package cn.mentougou.education.office.absence;

import java.util.List;

/**
 * An absence as a line.
 *
 * @param absence the absence
 * @param person the name of the absent person
 * @param delegate the name of who acts; empty for nobody
 * @param lent what is lent, such as 主管领导（教委）
 * @param open whether it can still be ended
 */
record AbsenceView(Absence absence, String person, String delegate, List<String> lent, boolean open) {

	/** From when until when. */
	public String days() {
		return this.absence.fromOn() + " 至 " + this.absence.untilOn();
	}

	@Override
	public String toString() {
		return "AbsenceView[" + this.absence.id() + "]";
	}

}
