/**
 * Who is admitted to the console: the page on which the security administrator gives
 * sign-ins, helps when password or telephone are lost, and takes them away.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.list", "office.session", "office.signin",
		"office.staff" })
package cn.mentougou.education.office.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
