/**
 * The reply windows (客服消息下发条数) that each person opened by writing, tapping, following or
 * scanning, and what is left in them: a ledger of our own, by rules with the date from
 * which they hold, that refuses before the platform does. Windows are learnt from every
 * kept push, in memory and written down a few times a second; what a crash loses is read
 * again from the inbox. Platform facts are from the official page 客服接口-发消息.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy", "office.job", "wechat.account",
		"wechat.envelope", "wechat.inbox", "wechat.dispatch", "wechat.quota" })
package cn.mentougou.education.wechat.replywindow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
