/**
 * The tags of the accounts (用户标签): created, renamed and deleted at the platform, the
 * intent first, so that a crash leaves nothing half done. The platform's limits are
 * checked before it is asked.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.job", "wechat.account", "wechat.follower",
		"wechat.token", "wechat.call" })
package cn.mentougou.education.wechat.tag;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
