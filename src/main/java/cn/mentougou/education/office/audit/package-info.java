/**
 * The audit (审计, GB/T 22239-2019, 8.1.4.3; 网络安全法 Art. 21): who did what, when, from
 * where, on what and with which result. Rows are inserted in the act's own transaction,
 * so an act that cannot be recorded does not happen; they hold ids and codes only, so
 * erasing a person never touches them. Seconds later each row is sealed into a chain of
 * hashes, and each day the head of the chain is anchored. Nothing in this program deletes
 * or changes a row, and with {@code sql/grants.sql} nothing in it could; the law demands
 * six months, the house keeps at least three years. Events in:
 * {@link cn.mentougou.education.shared.Acted}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.job" })
package cn.mentougou.education.office.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
