/**
 * The door of the console: signing in with password and code, the first password and the
 * first second factor, signing out; 我的登录 for everybody, and the page on which the
 * security administrator keeps the sign-ins.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.access", "office.audit", "office.console",
		"office.credential", "office.list", "office.privacy", "office.session", "office.signin", "office.staff" })
package cn.mentougou.education.office.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
