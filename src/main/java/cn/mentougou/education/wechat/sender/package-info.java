/**
 * One call to one person: a customer-service message (客服消息) of every kind, a template
 * message (模板消息) or a subscription notice (订阅通知), and what came of it: taken, refused
 * with the platform's code, surely not sent, or unknown. Nothing is repeated here. What
 * the platform reports later about a message it took (TEMPLATESENDJOBFINISH,
 * subscribe_msg_sent_event) is kept beside it, also when it comes before our own call has
 * returned. Platform facts are from the official pages 发送客服消息, 模板消息接口 and 订阅通知.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "wechat.account", "wechat.envelope", "wechat.token", "wechat.call",
		"wechat.quota", "wechat.dispatch" })
package cn.mentougou.education.wechat.sender;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
