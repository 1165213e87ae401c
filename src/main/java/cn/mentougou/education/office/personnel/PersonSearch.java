package cn.mentougou.education.office.personnel;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.staff.PersonFilter;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * What is typed above the list.
 *
 * @param unit only this unit and all below it
 * @param role only holders of this role
 * @param name only this whole name
 * @param left whether those who left are shown
 * @param after where the page begins
 */
record PersonSearch(@Nullable Long unit, @Nullable Role role, @Nullable String name, @Nullable Boolean left,
		@Nullable String after) {

	PersonFilter filter() {
		return new PersonFilter((this.unit != null) ? new UnitId(this.unit) : null, this.role,
				(this.name == null || this.name.isBlank()) ? null : this.name, Boolean.TRUE.equals(this.left),
				Cursor.byId(this.after).map(Cursor::id).orElse(0L), KeyPage.ROWS);
	}

	@Override
	public String toString() {
		return "PersonSearch";
	}

}
