/**
 * Looks into files before people see them: what they really are, by their bytes and never
 * by their name, and what lies hidden in them (条例 Art. 17: nothing is published before it
 * was examined): hidden sheets, rows and columns, pivot caches, tracked changes,
 * comments, authors, and the numbers of identity cards (GB 11643), phones and bank cards.
 * It is pure: a file goes in, findings come out. Files are read as streams with limits,
 * so that a hostile one costs a refusal and never the memory of the application.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package cn.mentougou.education.office.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
