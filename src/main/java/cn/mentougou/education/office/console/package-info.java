/**
 * The frame of the staff console: navigation by role, 今日 (today), search, help, the look
 * of a page and of a list. It knows no desk; a desk that has pages, work or findable
 * things declares beans of {@link cn.mentougou.education.office.console.ConsolePage},
 * {@link cn.mentougou.education.office.console.TodaySource} or
 * {@link cn.mentougou.education.office.console.SearchSource}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package cn.mentougou.education.office.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
