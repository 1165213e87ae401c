package cn.mentougou.education.office.personnel;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.staff.PersonDetails;

/**
 * A line of a file of people.
 *
 * @param number its number among the lines with people, counted from 1
 * @param name the name as it was written
 * @param unit the unit as it was written
 * @param details who is to be entered, or null if the line is bad
 * @param isTeacher whether the person becomes a teacher of the unit
 * @param problem the code of what is wrong, or null
 * @param arguments what the sentence mentions
 */
record RollLine(int number, String name, String unit, @Nullable PersonDetails details, boolean isTeacher,
		@Nullable String problem, List<Object> arguments) {

	/** The same with something wrong. */
	RollLine bad(String code, List<Object> why) {
		return new RollLine(this.number, this.name, this.unit, null, this.isTeacher, code, why);
	}

	/** Whether the person can be entered. */
	public boolean isGood() {
		return this.details != null;
	}

	@Override
	public String toString() {
		return "RollLine[" + this.number + "]";
	}

}
