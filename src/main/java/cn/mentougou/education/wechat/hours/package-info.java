/**
 * When the staff of the official accounts read and answer: on working days between two
 * times of day. Automatic answers and the console say the same because both ask here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.calendar" })
package cn.mentougou.education.wechat.hours;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
