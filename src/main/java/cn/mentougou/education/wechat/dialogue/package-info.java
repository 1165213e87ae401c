/**
 * The staff's conversations with people at both official accounts. A message that no
 * automatic answer was found for opens one or goes on with it, and is counted in
 * {@code wechat.unanswered}, all in the message's own transaction. Answers go through the
 * ledger of {@code wechat.outbound} inside the platform's reply window; only what was
 * sent counts as answered. Class messages never come here: their turn answers them.
 * Events in: {@link cn.mentougou.education.office.staff.PersonLeft},
 * {@link cn.mentougou.education.wechat.follower.FollowerEvent.Erased}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.absence", "office.audit", "office.job", "office.list",
		"office.privacy", "office.staff", "office.unit", "wechat.account", "wechat.dispatch", "wechat.envelope",
		"wechat.follower", "wechat.inbox", "wechat.outbound", "wechat.replywindow", "wechat.sender",
		"wechat.unanswered" })
package cn.mentougou.education.wechat.dialogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
