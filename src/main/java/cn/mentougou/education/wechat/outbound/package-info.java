/**
 * The sure way to reach a person. Each message is an order, written down in the
 * transaction that decided it; after the commit it is sent by one call and keeps its
 * outcome: sent, refused with the platform's code or a rule of ours, or unknown. What has
 * no key at the platform is never sent again by itself: a person decides. Template
 * messages are repeated with their key for as long as the platform knows it (ten
 * minutes). Orders of one person stay in order; texts that wait together go as one.
 * Platform facts are from the official pages 客服接口-发消息, 模板消息接口 and 订阅通知.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy", "office.job", "wechat.account", "wechat.sender",
		"wechat.quota", "wechat.replywindow", "wechat.template", "wechat.consent" })
package cn.mentougou.education.wechat.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
