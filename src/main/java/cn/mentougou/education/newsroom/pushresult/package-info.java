/**
 * What the platform reports of mass sends and publications, whoever made them, on its way
 * into the book of {@code newsroom.push}; and the alarms: a push that needs a person, a
 * day without one, an account that is silent too long. Events in: MASSSENDJOBFINISH,
 * PUBLISHJOBFINISH (事件推送群发结果, 发布结果).
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "wechat.account", "wechat.dispatch",
		"wechat.envelope", "newsroom.push" })
package cn.mentougou.education.newsroom.pushresult;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
