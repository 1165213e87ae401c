/**
 * The frame of the staff console: navigation by role, 今日 (today), search, help, the look
 * of a page and of a list. It knows no desk; a desk that has pages, work or findable
 * things declares beans of {@link cn.mentougou.education.office.console.ConsolePage},
 * {@link cn.mentougou.education.office.console.TodaySource} or
 * {@link cn.mentougou.education.office.console.SearchSource}, and writes its templates
 * around {@code console/frame} (see the comment at its top).
 * <p>
 * Who acts is what the request carries under
 * {@link cn.mentougou.education.office.console.ConsoleActor#ATTRIBUTE}: the module that
 * signs people in sets it at each request of a signed-in person, and asks
 * {@link cn.mentougou.education.office.console.ConsolePages#mayOpen} whether the path is
 * open. Style, scripts and pictures lie outside of {@code /console}, under
 * {@code /assets/} and {@code /vendor/}, and are open to all without a session.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package cn.mentougou.education.office.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
