/**
 * The pages of the followers: the list, one follower, the tags, the block list. Openids
 * are masked; a whole one is shown for a reason that is recorded.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.console", "office.list", "office.privacy",
		"office.staff", "wechat.account", "wechat.follower", "wechat.followersync", "wechat.mark", "wechat.tag" })
package cn.mentougou.education.wechat.followerdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
