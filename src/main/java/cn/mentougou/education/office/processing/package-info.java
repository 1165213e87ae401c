/**
 * The register of processing (个人信息处理活动登记): what is done with personal data, why, by whom,
 * for how long, with its impact assessment (个人信息保护法 Art. 55, 56) and, where children are
 * concerned, the yearly audit (未成年人网络保护条例 Art. 37), whose days stand on 今日.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.audit", "office.staff" })
package cn.mentougou.education.office.processing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
