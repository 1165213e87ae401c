/**
 * Why did this person not get it (送达记录)? Everything that was sent to one follower with
 * what became of it, and by which ways the person can be reached now: following, block
 * list, reply windows, consents to notices, what the account may do.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.console", "office.list", "wechat.account",
		"wechat.follower", "wechat.replywindow", "wechat.consent", "wechat.template", "wechat.sender",
		"wechat.outbound" })
package cn.mentougou.education.wechat.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
