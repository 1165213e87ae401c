/**
 * The console pages of {@code wechat.dialogue} for the enquiry clerks (咨询投诉经办人): what
 * waits, one conversation with its countdown of the reply window, and the answers that
 * are given often (常用答复). A page that stays open looks for news by itself while somebody
 * works on it; without scripts everything is a plain form.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.console", "office.list", "office.staff",
		"wechat.account", "wechat.dialogue", "wechat.hours" })
package cn.mentougou.education.wechat.dialoguedesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
