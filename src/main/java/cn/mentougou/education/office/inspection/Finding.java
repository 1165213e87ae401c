package cn.mentougou.education.office.inspection;

/**
 * One thing found in a file.
 *
 * @param code what was found
 * @param place where, in Chinese, such as 工作表“名单”C5; it may quote the file and is to be
 * sealed
 * @param sample a masked sample or a count, never the value itself; may be empty
 */
public record Finding(FindingCode code, String place, String sample) {

	/** Leaves the place out of every log. */
	@Override
	public String toString() {
		return "Finding[" + this.code + "]";
	}

}
