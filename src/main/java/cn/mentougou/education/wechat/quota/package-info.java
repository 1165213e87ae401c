/**
 * What the platform still allows: the reply windows (客服消息下发条数) that each person opened by
 * writing, tapping, following or scanning, and the calls of each account in a day or a
 * month of Beijing. Both are ledgers of our own, by rules with the date from which they
 * hold, and refuse before the platform does. Windows are learnt from every kept push, in
 * memory and written down a few times a second; what a crash loses is read again from the
 * inbox. Platform facts are from the official pages 客服接口-发消息 and 接口调用频次限制说明.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy", "office.job", "wechat.account",
		"wechat.envelope", "wechat.inbox", "wechat.dispatch" })
package cn.mentougou.education.wechat.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
