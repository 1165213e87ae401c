/**
 * Sessions (登录会话). Redis carries a session from request to request; whether it still
 * counts stands in MySQL, so ending one does not hang on Redis. Only {@code /console} and
 * {@code /h5} have sessions; the webhook and the website never see a cookie.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy" })
package cn.mentougou.education.office.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
