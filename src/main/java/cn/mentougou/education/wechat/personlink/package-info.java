/**
 * Both accounts know a person under different openids; the platform's unionid (UnionID
 * 机制) joins them. That is done for those alone who agreed on a page of their own (个人信息保护法
 * Art. 14, 23), with the version of the words recorded, and undone at once when they
 * withdraw (Art. 15). Events in: what the platform tells of followers, and their erasure.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy", "office.job", "office.list", "wechat.account",
		"wechat.follower", "wechat.web", "wechat.webhome" })
package cn.mentougou.education.wechat.personlink;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
