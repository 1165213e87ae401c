/**
 * The editors' pages of the pushes (推送): the calendar with what is left of the platform's
 * quotas, the form with its order of items and its warnings, the page of a push with its
 * steps and what to do about each refusal, taking over by hand (人工接管), the page of all
 * codes, the leader's switch, and what 今日 says of all that. It keeps nothing itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "wechat.account", "newsroom.news",
		"newsroom.article", "newsroom.push", "newsroom.pushseries", "newsroom.pushsending" })
package cn.mentougou.education.newsroom.pushdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
