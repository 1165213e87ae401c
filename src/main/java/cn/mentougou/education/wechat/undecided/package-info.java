/**
 * Messages of which nobody knows whether they reached the person: the platform gives them
 * no key, so they are never sent again by themselves. A clerk or an editor looks and
 * decides: once more, or it counts as delivered.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.list", "wechat.account", "wechat.sender",
		"wechat.outbound" })
package cn.mentougou.education.wechat.undecided;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
