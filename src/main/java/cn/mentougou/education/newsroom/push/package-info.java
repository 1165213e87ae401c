/**
 * Pushes (推送计划): which approved items go to whom and when, how each push stands, what
 * every outside call of it came to, what the platform reported, what is left of the
 * platform's quotas, and the switch that stops everything. The calls themselves are made
 * above, in {@code newsroom.pushsending}; this module keeps the book by which exactly one
 * mass send comes of a plan, whatever crashes. Platform facts: 群发接口和原创校验, 发布能力.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "wechat.account", "newsroom.news" })
package cn.mentougou.education.newsroom.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
