package cn.mentougou.education.office.retention;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.job.Job;

/** Runs the retention rules every hour: each time little is due. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

	@Bean
	Job retention(RetentionRun run) {
		return Job.every("retention", "按保存期限删除个人信息", Duration.ofHours(1), run::run);
	}

}
