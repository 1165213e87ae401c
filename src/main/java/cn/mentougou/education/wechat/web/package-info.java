/**
 * Pages in WeChat's browser ({@code /h5}): who opens them is found out by web
 * authorisation (网页授权) on the service account, without asking for a name or a picture.
 * The state is bound to the browser, a code is used once, a snapshot page (快照页) is never
 * signed in. Redis carries the session, MySQL says whether it counts; who unfollows is
 * signed out at once. Controllers of features take a
 * {@link cn.mentougou.education.wechat.web.Visitor}. Platform facts are from the official
 * page 网页授权; nobody is made to follow (微信公众平台运营规范, 诱导关注). Events in: those of followers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy", "office.session", "office.access",
		"office.credential", "wechat.account", "wechat.breaker", "wechat.token", "wechat.follower" })
package cn.mentougou.education.wechat.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
