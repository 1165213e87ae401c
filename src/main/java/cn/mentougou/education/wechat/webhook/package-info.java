/**
 * The address that the platform pushes to (消息推送): proves that a push comes from the
 * platform and is meant for the account, opens it, has it answered and seals the answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "wechat.account", "wechat.deadletter", "wechat.dispatch",
		"wechat.envelope", "wechat.inbox", "wechat.spool" })
package cn.mentougou.education.wechat.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
