package cn.mentougou.education.office.staff;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * Which people a list shows.
 *
 * @param unit only people of this unit and all below it, or null for every unit
 * @param role only holders of this role today, or null for everybody
 * @param name only people of this whole name, or null for everybody
 * @param left whether those who left are shown instead of those who are here
 * @param after the last number of the page before; 0 for the first page
 * @param limit how many at most
 */
public record PersonFilter(@Nullable UnitId unit, @Nullable Role role, @Nullable String name, boolean left, long after,
		int limit) {

	/** Everybody who is here. */
	public static PersonFilter everybody(int limit) {
		return new PersonFilter(null, null, null, false, 0, limit);
	}

	/** The same from after this number on. */
	public PersonFilter after(long id) {
		return new PersonFilter(this.unit, this.role, this.name, this.left, id, this.limit);
	}

}
