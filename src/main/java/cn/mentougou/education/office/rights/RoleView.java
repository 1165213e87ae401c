package cn.mentougou.education.office.rights;

import cn.mentougou.education.office.staff.Appointment;

/**
 * An appointment as a line.
 *
 * @param appointment the appointment
 * @param person the name of the person
 * @param unit the name of the unit
 * @param giver who gave it
 * @param state whether it is held, to come, ended or was taken back
 */
record RoleView(Appointment appointment, String person, String unit, String giver, String state) {

	/** From when until when. */
	public String days() {
		return this.appointment.fromOn() + " 起"
				+ ((this.appointment.untilOn() != null) ? "，至 " + this.appointment.untilOn() : "");
	}

	@Override
	public String toString() {
		return "RoleView[" + this.appointment.id() + "]";
	}

}
