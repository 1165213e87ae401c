package cn.mentougou.education.shared;

/** Receives the number that the database gave to a new row: records have no setter. */
public class GeneratedKey {

	private long value;

	/** The number; 0 before the row was inserted. */
	public long getValue() {
		return this.value;
	}

	/** Called by MyBatis after the insert. */
	public void setValue(long value) {
		this.value = value;
	}

}
