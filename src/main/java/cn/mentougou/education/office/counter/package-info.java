/**
 * The counter where files are handed in, their reports are read and answered, and files
 * are given out: privately to those whose units they belong to, publicly to everybody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.attachment", "office.inspection", "office.unit",
		"office.console", "office.list", "office.access" })
package cn.mentougou.education.office.counter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
