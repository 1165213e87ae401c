/**
 * Commands of the jar ({@code java -jar … doctor}): what the operator does while the
 * application may be down. A module declares a
 * {@link cn.mentougou.education.office.command.Command} bean.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package cn.mentougou.education.office.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
