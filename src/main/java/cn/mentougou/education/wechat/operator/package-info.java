/**
 * What an operator sees and does on the management port, which only the machine itself
 * can reach: dead letters, and messages that nobody answered.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "wechat.deadletter", "wechat.dispatch",
		"wechat.envelope", "wechat.inbox" })
package cn.mentougou.education.wechat.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
