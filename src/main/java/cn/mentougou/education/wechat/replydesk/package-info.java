/**
 * The editors' pages of automatic answers (自动回复): the list of rules, the editor that
 * overwrites nobody's change, and the test box that says what a person would get and why.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.console", "office.list", "office.staff",
		"wechat.account", "wechat.answer", "wechat.dispatch", "wechat.envelope", "wechat.reply" })
package cn.mentougou.education.wechat.replydesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
