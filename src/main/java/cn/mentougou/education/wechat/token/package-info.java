/**
 * Access tokens (access_token): one valid token an account for all instances, fetched by
 * one of them, and the SDK's client that carries it. MySQL holds the token, sealed; Redis
 * and memory only spare the way there. Platform facts are from the official page on
 * stable access tokens (获取稳定版接口调用凭据).
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.doctor", "office.privacy", "office.job", "wechat.account",
		"wechat.breaker" })
package cn.mentougou.education.wechat.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
