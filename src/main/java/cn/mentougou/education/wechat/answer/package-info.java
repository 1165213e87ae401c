/**
 * Answers by the rules of the editors (自动回复): one handler for each turn in which rules
 * speak, and a kind sentence of its own where no rule fits. What the rules are and how
 * they are kept in memory is the work of {@code wechat.reply}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "wechat.account", "wechat.envelope", "wechat.dispatch",
		"wechat.hours", "wechat.menu", "wechat.reply" })
package cn.mentougou.education.wechat.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
