/**
 * Brings replies that came too late for the platform's five seconds to the person: it
 * makes orders of them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "wechat.envelope", "wechat.dispatch", "wechat.sender", "wechat.outbound" })
package cn.mentougou.education.wechat.latereply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
