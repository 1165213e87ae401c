/**
 * The templates of template messages (模板消息) and subscription notices (订阅通知) that an
 * account has in use: read from the platform by a job and on demand, shown to the
 * editors, who name which of them serves which purpose and what fills its fields. Fields
 * are checked against the platform's limits before any call, with a sentence that names
 * the field. Platform facts are from the official pages 模板消息接口 and 订阅通知.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.job", "office.console", "wechat.account",
		"wechat.token", "wechat.call" })
package cn.mentougou.education.wechat.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
