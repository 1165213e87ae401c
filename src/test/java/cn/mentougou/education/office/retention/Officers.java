package cn.mentougou.education.office.retention;

import java.util.List;
import java.util.Set;

import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/** People with roles, for tests. */
public final class Officers {

	private Officers() {
	}

	/** Somebody who holds this role for the whole commission. */
	public static Actor with(Role role) {
		UnitId commission = new UnitId(1);
		return new Actor(Actor.Kind.STAFF, 700 + role.ordinal(), role.title(),
				List.of(new Grant(role, commission, Set.of(commission), null)), "127.0.0.1");
	}

}
