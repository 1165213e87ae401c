/**
 * Incidents with personal data (个人信息泄露、篡改、丢失; 个人信息保护法 Art. 57, 未成年人网络保护条例 Art. 35): what
 * happened, which data, how many people, what was done, whom it was told and when. An
 * incident that nobody was told of yet stands on 今日 with the hours gone by.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "office.privacy", "office.console", "office.audit", "office.list" })
package cn.mentougou.education.office.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
