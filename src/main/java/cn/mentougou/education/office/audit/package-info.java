/**
 * The audit (审计, GB/T 22239-2019, 8.1.4.3): who did what, when, from where, on what and
 * with which result. Rows are inserted in the act's own transaction, so an act that
 * cannot be recorded does not happen; they hold ids and codes only, so erasing a person
 * never touches them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.job" })
package cn.mentougou.education.office.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
