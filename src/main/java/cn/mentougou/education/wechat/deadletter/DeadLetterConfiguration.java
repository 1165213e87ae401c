package cn.mentougou.education.wechat.deadletter;

import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Vault;

/** Puts the dead letters together and counts them. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

	@Bean
	DeadLetters deadLetters(DeadLetterMapper mapper, Vault vault) {
		return new DeadLetters(mapper, vault);
	}

	@Bean
	DeadLetterHolder deadLetterHolder(DeadLetterMapper mapper, DeadLetters letters,
			@Value("${education.inbox.keep-content-for:30d}") Duration keepFor,
			PlatformTransactionManager transactions) {
		return new DeadLetterHolder(mapper, letters, keepFor, new TransactionTemplate(transactions));
	}

	@Bean
	Gauge deadLetterGauge(DeadLetters letters, MeterRegistry registry) {
		return Gauge.builder("wx.deadletter.open", letters, DeadLetters::count)
			.description("messages that wait for a person after a failure")
			.register(registry);
	}

}
