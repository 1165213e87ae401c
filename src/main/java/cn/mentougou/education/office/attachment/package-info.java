/**
 * Files that people hand in: kept encrypted and once, examined before anybody sees them,
 * served under names of our own. What is found hidden in them is a list of questions that
 * a reviewer answers before the file may be published.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.inspection", "office.picture", "office.pdf",
		"office.cabinet", "office.privacy", "office.audit", "office.job", "office.doctor" })
package cn.mentougou.education.office.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
