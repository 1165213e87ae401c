/**
 * The rules of automatic answers (自动回复): the welcome of a new follower, keywords, menu
 * keys, scene codes and what is said when nothing else fits. They are written at the desk
 * {@link cn.mentougou.education.wechat.reply.ReplyRules}; every instance holds them in
 * memory, so an answer waits neither for MySQL nor for Redis.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "wechat.account", "wechat.envelope" })
package cn.mentougou.education.wechat.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
