/**
 * The doctor ({@code java -jar … doctor}): tells the operator, before the start or when
 * something is wrong, what works, what does not and what to do. A module that depends on
 * something outside declares a {@link cn.mentougou.education.office.doctor.Checkup} bean.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.command" })
package cn.mentougou.education.office.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
