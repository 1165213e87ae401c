/**
 * Series of pushes (系列), such as 每日教育新闻 at half past five: the days and the time at which
 * a push is expected. A series keeps the place on the calendar and fills the form of a
 * push; what goes is still chosen, approved and planned by people.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "office.audit", "office.console", "wechat.account", "newsroom.push" })
package cn.mentougou.education.newsroom.pushseries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
