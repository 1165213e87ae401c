/**
 * What a person may ask for (个人信息保护法 Art. 44, 45, 47): everything that any register holds
 * about them, as files for them, and its erasure. Commands of the operator, who acts on a
 * request that the office has checked.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "shared", "office.privacy", "office.audit", "office.command", "office.retention" })
package cn.mentougou.education.office.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
