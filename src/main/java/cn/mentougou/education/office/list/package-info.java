/**
 * Lists that stay quick however long they are: pages that follow a key instead of
 * counting rows, and the whole list as a file for spreadsheets. The templates for it are
 * {@code console/list}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package cn.mentougou.education.office.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
