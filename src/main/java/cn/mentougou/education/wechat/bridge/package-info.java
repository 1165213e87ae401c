/**
 * From one account to the other. The subscription account (订阅号) has neither web
 * authorisation nor QR codes with parameters, so whoever looks there for the class or for
 * an application is shown the service account's QR code with one sentence why: after the
 * welcome, under a menu entry, and in answer to a few words. The picture lies at the
 * platform ahead of time; while it does not, a card leads to the public page
 * {@code /service-account}, which says the same in words.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.access", "office.job", "office.print", "office.unit",
		"wechat.account", "wechat.breaker", "wechat.envelope", "wechat.token", "wechat.dispatch", "wechat.inbox",
		"wechat.sender", "wechat.outbound", "wechat.menu", "wechat.scene", "wechat.poster" })
package cn.mentougou.education.wechat.bridge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
