/**
 * The page on which roles are given and taken (职责, the security administrator's), with
 * the history of a person's appointments.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.list", "office.unit", "office.staff" })
package cn.mentougou.education.office.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
