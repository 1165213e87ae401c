/**
 * Looking at articles before they go: how an item will look on a phone, what WeChat will
 * cut, drop or refuse of it, and a real preview ({@code mass/preview}) to members of the
 * staff who registered their own phones by sending a code from them. Platform: previews
 * are counted, 100 a day and account.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.audit", "office.privacy", "office.staff",
		"office.attachment", "wechat.account", "wechat.envelope", "wechat.dispatch", "wechat.follower", "wechat.token",
		"wechat.call", "newsroom.news", "newsroom.draft", "newsroom.article" })
package cn.mentougou.education.newsroom.articledesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
