/**
 * What becomes of menus: every saved menu is a version; a version is published by an
 * intent that is committed first, calls to the platform outside any transaction, and an
 * outcome that is recorded. What nobody knows is settled by asking the platform for its
 * menu, never guessed. A switch at a given time (such as the enrolment season) is a plan
 * that a job carries out, once however many instances run. What an account shows already
 * can be pulled. Platform facts are from the official pages on custom menus (自定义菜单).
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.job", "wechat.account", "wechat.token",
		"wechat.call", "wechat.menu" })
package cn.mentougou.education.wechat.menupublishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
