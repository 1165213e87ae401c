/**
 * Automatic answers (自动回复): the welcome of a new follower, keywords, menu keys, scene
 * codes and what is said when nothing else fits. Editors write the rules at the desk
 * {@link cn.mentougou.education.wechat.reply.ReplyRules}; every instance answers from
 * memory alone, so an answer waits neither for MySQL nor for Redis.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "wechat.account", "wechat.envelope", "wechat.dispatch",
		"wechat.hours", "wechat.menu" })
package cn.mentougou.education.wechat.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
