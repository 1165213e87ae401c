/**
 * The JS-SDK (JS-SDK, 开放标签) on our pages: signs the addresses of our own pages and of no
 * others, with a ticket that all instances share, and lets the SDK's script into those
 * pages alone; and shows the platform the files that prove whose host it is (MP_verify).
 * Platform facts are from the official page JS-SDK 说明文档.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy", "office.access", "wechat.account",
		"wechat.breaker", "wechat.token", "wechat.web" })
package cn.mentougou.education.wechat.jssdk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
