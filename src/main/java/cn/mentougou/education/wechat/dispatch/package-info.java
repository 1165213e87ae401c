/**
 * From a kept message to its answer: the order in which handlers are asked, their work
 * under a claim, the four and a half seconds, redeliveries, late replies and recovery.
 * Declares what features implement:
 * {@link cn.mentougou.education.wechat.dispatch.MessageHandler} to answer, and
 * {@link cn.mentougou.education.wechat.dispatch.LateReplies} to reach the person after
 * the platform has stopped waiting.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "office.job", "wechat.deadletter", "wechat.envelope", "wechat.inbox" })
package cn.mentougou.education.wechat.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
