/**
 * The pages on which people are kept (人员): the list with its filters, a person's page,
 * export and import. A whole phone is shown for a reason that is recorded.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.list", "office.privacy", "office.audit",
		"office.unit", "office.staff" })
package cn.mentougou.education.office.personnel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
