/**
 * The calls that the platform still allows an account in a day or a month of Beijing
 * (接口调用频次): a ledger of our own, by rules with the date from which they hold, that
 * refuses before the platform does. Platform facts are from the official page 接口调用频次限制说明.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package cn.mentougou.education.wechat.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
