/**
 * Looks for what is hidden in a PDF. The format is too rich to be read with limits of our
 * own, so the reader runs in a process of its own, with little memory, no environment (so
 * no secret) and a time limit; whatever a hostile file does to it, the application only
 * sees that it did not finish.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.doctor", "office.inspection" })
package cn.mentougou.education.office.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
