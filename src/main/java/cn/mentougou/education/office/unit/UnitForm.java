package cn.mentougou.education.office.unit;

import org.jspecify.annotations.Nullable;

/**
 * What is typed about a unit.
 *
 * @param name its name
 * @param kind what sort of unit it is; only when it is added
 * @param parent the unit above it; only when it is added
 */
record UnitForm(@Nullable String name, @Nullable UnitKind kind, @Nullable Long parent) {

}
