/**
 * Sends what is planned, exactly once: an intent in the book of {@code newsroom.push},
 * one outside call, its outcome in the book. Approval is asked in the very transaction
 * that writes the intent. What nobody knows is asked at the platform, never guessed: a
 * mass send is repeated with the same {@code clientmsgid}, which the platform takes once
 * in a day; a draft that it no longer has was used. Platform facts: 群发接口和原创校验, 草稿箱, 发布能力.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.job", "wechat.account", "wechat.token", "wechat.call",
		"newsroom.news", "newsroom.article", "newsroom.push" })
package cn.mentougou.education.newsroom.pushsending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
