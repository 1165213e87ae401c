/**
 * One call to the platform and what became of it, told apart in one place: answered,
 * refused, surely not sent, or unknown. Nothing is repeated here; whether a call may be
 * repeated is known only to its caller.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "wechat.breaker", "wechat.token" })
package cn.mentougou.education.wechat.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
