/**
 * 公众号概况: what each account may do and why not more, how it stands with its token, the way
 * to the platform and today's quotas, and which errors the platform answered lately with
 * what to do about them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "wechat.account", "wechat.breaker",
		"wechat.token", "wechat.quota" })
package cn.mentougou.education.wechat.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
