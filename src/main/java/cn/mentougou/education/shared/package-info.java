/**
 * Words that every module speaks: small values without behaviour of a desk.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package cn.mentougou.education.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
