/**
 * Compares our register of followers with the platform's: the whole list once a night and
 * on demand, page by page with the place kept in the database, so that a run that was
 * broken off goes on without a gap and takes no more memory for 100,000 followers than
 * for one page; the profiles of those of whom nothing is known yet; who left unnoticed;
 * the block list; the tags. Whoever writes and is not known to follow is made known
 * within seconds.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.job", "office.list", "office.privacy",
		"wechat.account", "wechat.dispatch", "wechat.envelope", "wechat.follower", "wechat.tag", "wechat.mark",
		"wechat.token" })
package cn.mentougou.education.wechat.followersync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
