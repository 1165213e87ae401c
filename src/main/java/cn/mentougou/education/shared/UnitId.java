package cn.mentougou.education.shared;

/**
 * A unit: the commission, a section (科室), a school or an institute.
 *
 * @param value the number inside the database
 */
public record UnitId(long value) {

}
