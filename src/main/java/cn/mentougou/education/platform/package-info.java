/**
 * Configuration of Spring and its libraries, nothing of the commission's work. Nobody
 * imports it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.doctor", "office.job", "office.privacy" })
package cn.mentougou.education.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
