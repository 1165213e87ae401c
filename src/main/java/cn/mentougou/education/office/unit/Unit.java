package cn.mentougou.education.office.unit;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.UnitId;

/**
 * A unit as the tree knows it.
 *
 * @param id its number
 * @param parent the unit above it; null above the commission
 * @param kind what sort of unit it is
 * @param name what it is called
 * @param open whether it still works; a closed one stays for what happened in it
 */
public record Unit(UnitId id, @Nullable UnitId parent, UnitKind kind, String name, boolean open) {

}
