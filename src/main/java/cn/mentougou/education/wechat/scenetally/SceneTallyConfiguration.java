package cn.mentougou.education.wechat.scenetally;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.job.Job;

/** Forgets which pushes were counted when nobody can run them again. */
@Configuration(proxyBeanMethods = false)
class SceneTallyConfiguration {

	private static final int KEPT_DAYS = 190;

	@Bean
	Job sceneScansForgotten(SceneTallyMapper mapper, Clock clock) {
		return Job.daily("scene-scans-forgotten", "清理扫码计数用的旧标记", LocalTime.of(3, 40), () -> {
			int forgotten;
			do {
				forgotten = mapper.forget(LocalDate.now(clock).minusDays(KEPT_DAYS));
			}
			while (forgotten == 5000);
		});
	}

}
