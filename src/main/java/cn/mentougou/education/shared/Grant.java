package cn.mentougou.education.shared;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A role that somebody holds now.
 *
 * @param role what may be done
 * @param unit the unit it was given for
 * @param reach that unit and all units below it
 * @param onBehalfOf the absent person whose delegate holds it, or null if it is held in
 * one's own right
 */
public record Grant(Role role, UnitId unit, Set<UnitId> reach, @Nullable PersonId onBehalfOf) {

	/** Copies the reach. */
	public Grant {
		reach = Set.copyOf(reach);
	}

}
