/**
 * Scheduled work. A module declares a {@link cn.mentougou.education.office.job.Job} bean;
 * of all instances one runs it when it is due, and another takes over when that one dies.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package cn.mentougou.education.office.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
