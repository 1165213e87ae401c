/**
 * The commission's official accounts (公众号): the subscription account (订阅号) for the daily
 * news and the service account (服务号) for classes and enquiries, with the secrets and the
 * mode in which the platform pushes messages. Read from {@code education.wechat.*} at the
 * start and never changed while running.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy" })
package cn.mentougou.education.wechat.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
