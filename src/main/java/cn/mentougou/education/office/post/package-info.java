/**
 * Posts for the disclosure of information (政府信息公开工作人员): who does it 全职 or 兼职 from when
 * until when. The annual report counts them on its last day: total = full time + part
 * time. Event in: {@link cn.mentougou.education.office.staff.PersonLeft}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.list", "office.audit", "office.unit",
		"office.staff" })
package cn.mentougou.education.office.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
