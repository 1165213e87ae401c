/**
 * The desk of the audit administrator (审计管理员, GB/T 22239-2019, 8.1.4.3 and 8.1.5.2):
 * reads, verifies and exports the audit, and can change nothing in it. Each look is
 * itself recorded.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "office.audit", "office.command", "office.console", "office.list" })
package cn.mentougou.education.office.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
