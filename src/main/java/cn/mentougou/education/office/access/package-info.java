/**
 * Who gets in: the filter chains, which refuse whatever nobody declared open. A page of
 * the console is open to the roles of its
 * {@link cn.mentougou.education.office.console.ConsolePage}, a public one is declared by
 * {@link cn.mentougou.education.office.access.PublicPath}. Who somebody is, with which
 * roles, is asked of {@link cn.mentougou.education.office.access.Standing} at each
 * request. The webhook and the management port pass none of it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.session" })
package cn.mentougou.education.office.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
