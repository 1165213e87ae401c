/**
 * The webhook (消息推送): takes what the platform pushes, keeps it before anything happens,
 * finds the handler and answers within five seconds. Declares what features implement:
 * {@link cn.mentougou.education.wechat.webhook.MessageHandler} to answer, and
 * {@link cn.mentougou.education.wechat.webhook.LateReplies} to reach the person after the
 * five seconds.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "office.privacy", "office.job", "wechat.account", "wechat.envelope" })
package cn.mentougou.education.wechat.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
