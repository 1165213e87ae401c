/**
 * Paper: pages that are printed or handed out as PDF, set in the one Chinese font that
 * this application brings along ({@code vendor/noto-sans-sc-2.004}, OFL), since a bare
 * machine has none. A character that the font lacks is told before anything is printed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package cn.mentougou.education.office.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
