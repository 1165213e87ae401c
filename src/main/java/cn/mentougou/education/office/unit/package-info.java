/**
 * The units (机构): the commission with its sections (科室), schools and institutes as one
 * tree, kept by the system administrator. What is granted for a unit reaches all units
 * below it. A unit that still has people is not closed: whoever keeps something in units
 * answers as {@link cn.mentougou.education.office.unit.UnitOccupant}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.audit" })
package cn.mentougou.education.office.unit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
