package cn.mentougou.education.office.retention;

import java.time.Duration;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.shared.Role;

/**
 * Runs the retention rules every hour, so that each time little is due, and shows them to
 * the security administrator, who writes, and the audit administrator, who reads.
 */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

	private static final Set<Role> READERS = Set.of(Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

	@Bean
	Job retention(RetentionRun run) {
		return Job.every("retention", "按保存期限删除个人信息", Duration.ofHours(1), run::run);
	}

	@Bean
	ConsolePage retentionPage() {
		return new ConsolePage(RetentionConsoleController.PATH, "个人信息保存期限", ConsolePage.Section.OFFICE, 20, READERS,
				"这里列出保存个人信息的每个登记簿、保存多久、依据是什么、到期怎么处理。投诉、诉讼或检查期间要留下的，请加一项保留："
						+ "可以保留整个登记簿，也可以保留一个人。保留期间到期清理和删除请求都会跳过它；用完请及时解除。");
	}

	@Bean
	ConsolePage deletionPage() {
		return new ConsolePage(RetentionConsoleController.DELETIONS, "删除记录", ConsolePage.Section.OFFICE, 21, READERS,
				"这里记录每次删除：哪个登记簿、多少行、按哪条规则或谁的要求、什么时候。记录里没有个人信息，也不能修改或删除。");
	}

}
