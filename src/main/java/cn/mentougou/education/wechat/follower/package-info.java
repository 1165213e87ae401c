/**
 * Who follows the accounts (关注者): recorded from the platform's events beside whatever
 * answers them, and from its list by those above. After an unfollow access ends at once
 * and, unless the person follows again, everything about the person is erased within days
 * (the platform's duty on {@code unsubscribe}; 个人信息保护法 Art. 47). Events out:
 * {@link cn.mentougou.education.wechat.follower.FollowerEvent}, in the same transaction.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.privacy", "office.list", "office.staff",
		"wechat.account", "wechat.dispatch", "wechat.envelope" })
package cn.mentougou.education.wechat.follower;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
