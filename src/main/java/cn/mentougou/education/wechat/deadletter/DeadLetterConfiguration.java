package cn.mentougou.education.wechat.deadletter;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.privacy.Vault;

/** Puts the dead letters together, counts them, and erases them with the messages. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

	private static final int STEP = 200;

	@Bean
	DeadLetters deadLetters(DeadLetterMapper mapper, Vault vault) {
		return new DeadLetters(mapper, vault);
	}

	@Bean
	Job deadLetterErasure(DeadLetterMapper mapper, Clock clock,
			@Value("${education.inbox.keep-content-for:30d}") Duration keepFor) {
		return Job.every("dead-letter-erasure", "清理过期的未处理消息", Duration.ofHours(1), () -> {
			int erased = STEP;
			while (erased == STEP) {
				erased = mapper.deleteReceivedBefore(clock.instant().minus(keepFor), STEP);
			}
		});
	}

	@Bean
	Gauge deadLetterGauge(DeadLetters letters, MeterRegistry registry) {
		return Gauge.builder("wx.deadletter.open", letters, DeadLetters::count)
			.description("messages that wait for a person after a failure")
			.register(registry);
	}

}
