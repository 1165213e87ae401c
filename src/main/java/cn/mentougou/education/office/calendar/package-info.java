/**
 * The working-day calendar (工作日历): which days the State Council's lists free and which
 * weekends they have worked, as data, imported for each year when its list is published.
 * The regulations count in working days (信息公开条例 Art. 26, 33 and others); here alone they
 * are counted. Publishes {@link cn.mentougou.education.office.calendar.CalendarChanged}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.audit", "office.list" })
package cn.mentougou.education.office.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
