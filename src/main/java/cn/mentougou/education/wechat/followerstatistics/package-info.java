/**
 * How many came and went, by day, way, scene and place (附表：新媒体关注情况): counted from our own
 * register by the news of {@link cn.mentougou.education.wechat.follower}, in the same
 * transaction, so that the sum is always the number of those who follow. Counts outlive
 * the people: when somebody is erased, the row forgets whose it was.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.console", "office.list", "wechat.account",
		"wechat.follower" })
package cn.mentougou.education.wechat.followerstatistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
