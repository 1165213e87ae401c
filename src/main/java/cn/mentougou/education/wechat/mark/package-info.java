/**
 * What the staff give a follower: tags put on and taken off in batches, a remark and the
 * block list at the platform, notes of our own. What the platform is to do is written
 * first; a job asks it outside of any transaction and may ask again, since each wish says
 * how it shall be and not what to change. Events in:
 * {@link cn.mentougou.education.wechat.follower.FollowerEvent}: whoever follows again
 * gets back what the platform forgot, and with an erased follower all goes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.job", "office.privacy", "wechat.account",
		"wechat.follower", "wechat.tag", "wechat.token" })
package cn.mentougou.education.wechat.mark;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
