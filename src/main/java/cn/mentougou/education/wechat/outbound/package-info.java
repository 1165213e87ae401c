/**
 * Messages to people outside the five seconds: customer-service messages (客服消息) in their
 * windows and quotas. Each is written down in the transaction that decided it, sent after
 * the commit by one call, and keeps its outcome: sent, refused with the platform's code,
 * or unknown. What is unknown is never sent again by itself. Platform facts are from the
 * official pages on customer-service messages (发送客服消息).
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy", "office.job", "wechat.account",
		"wechat.envelope", "wechat.token", "wechat.dispatch" })
package cn.mentougou.education.wechat.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
