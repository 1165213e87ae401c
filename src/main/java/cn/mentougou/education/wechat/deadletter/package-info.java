/**
 * Messages that could not be handled or not even read, with the reason, until a person
 * has had them run again or set them aside.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy" })
package cn.mentougou.education.wechat.deadletter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
