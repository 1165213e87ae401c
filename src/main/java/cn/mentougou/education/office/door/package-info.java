/**
 * The door of the console: signing in with password and code, the first password and the
 * first second factor, signing out; and 我的登录, where everybody keeps their own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.access", "office.audit", "office.console",
		"office.credential", "office.privacy", "office.session", "office.signin" })
package cn.mentougou.education.office.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
