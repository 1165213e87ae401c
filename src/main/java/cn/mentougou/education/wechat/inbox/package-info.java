/**
 * The durable inbox: every pushed message is one row, committed before anything happens
 * because of it and found again when the platform repeats it (消息排重). Messages that queue
 * while a commit runs share the next one. What a handler still works on stands in a small
 * table of claims, so that another instance can take it over. Content is sealed and
 * erased after a time that is a setting; who wrote when of what kind is kept for at least
 * six months (网络安全法 Art. 21).
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy" })
package cn.mentougou.education.wechat.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
