/**
 * How the platform writes and seals (消息加解密): signatures, AES, reading messages and
 * events, writing replies. Pure: no Spring bean, no clock, no database. Platform facts
 * are from the official pages on message push and encryption (消息推送, 加解密方案).
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package cn.mentougou.education.wechat.envelope;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
