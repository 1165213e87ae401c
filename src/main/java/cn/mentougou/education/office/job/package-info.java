/**
 * Scheduled work. A module declares a {@link cn.mentougou.education.office.job.Job} bean;
 * of all instances one runs it when it is due, and another takes over when that one dies.
 * What became of the runs stands on a page for the system administrator, and a job that
 * did not run alarms there, on 今日, as a metric and with the doctor. Publishes
 * {@link cn.mentougou.education.shared.Acted} when somebody has a job run.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.doctor" })
package cn.mentougou.education.office.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
