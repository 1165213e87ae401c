/**
 * The circuit breaker (熔断) of each account: while the platform is down, calls are refused
 * before they leave, so that nobody waits for time-outs and nothing is sent whose fate
 * nobody would know. It opens on time-outs, broken connections, 5xx and the platform's
 * own -1 (系统繁忙), never on a refusal, and after a rest lets a few calls try. Events out:
 * {@link cn.mentougou.education.wechat.breaker.BreakerEvent}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "wechat.account" })
package cn.mentougou.education.wechat.breaker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
