/**
 * Consents to subscription notices (订阅通知), counted from the platform's events alone: one
 * notice for each accept of a one-time template, any number of a long-term one until it
 * is withdrawn. A consent is spent in the transaction that decides to send, given back
 * when the platform surely took nothing, and void once the person switches notices off or
 * unfollows. Where events come late or twice, less is counted, never more. Event in:
 * {@link cn.mentougou.education.wechat.follower.FollowerEvent.Unfollowed}. Platform facts
 * are from the official page 订阅通知.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy", "wechat.account", "wechat.envelope",
		"wechat.inbox", "wechat.dispatch", "wechat.follower", "wechat.template" })
package cn.mentougou.education.wechat.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
