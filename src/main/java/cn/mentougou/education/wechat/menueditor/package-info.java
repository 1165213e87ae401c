/**
 * The editors' pages for menus: the editor with its preview like a phone, versions and
 * what differs between them, publishing, planned switches, pulling what an account shows
 * already, and the automatic replies that it had on the platform before, offered as reply
 * rules.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.console", "office.list", "wechat.account",
		"wechat.token", "wechat.menu", "wechat.menupublishing", "wechat.reply" })
package cn.mentougou.education.wechat.menueditor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
