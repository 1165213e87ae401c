/**
 * The pages of review and approval: what waits for me, the item with the form of the
 * secrecy review and its history, and the lateness of each section. One item at a time:
 * there is no button that decides several.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.list", "office.unit", "office.staff",
		"office.review" })
package cn.mentougou.education.office.reviewdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
