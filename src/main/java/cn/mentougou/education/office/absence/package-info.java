/**
 * Absence and delegation (代理): an absent person lends roles to a delegate, who may use
 * them between the dates alone and approves neither their own work nor that of the absent
 * person. The three administrators' roles are never lent. Event in:
 * {@link cn.mentougou.education.office.staff.PersonLeft}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.audit", "office.unit", "office.staff" })
package cn.mentougou.education.office.absence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
