/**
 * How long personal data stay (个人信息保护法 Art. 19, 47): runs the rules of every register of
 * personal data, stops at holds (保留) and records each deletion without personal data.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy", "office.audit", "office.console", "office.job",
		"office.list" })
package cn.mentougou.education.office.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
