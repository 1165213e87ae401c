package cn.mentougou.education.office.audit;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.job.Job;

/** Makes what seals the audit and watches over it. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

	@Bean
	Sealer auditSealer(SealMapper seals, AuditMapper entries, Clock clock) {
		return new Sealer(seals, entries, clock);
	}

	@Bean
	AuditWatch auditWatch(Sealer sealer, Verification verification, SealMapper seals, Clock clock) {
		return new AuditWatch(sealer, verification, seals, clock);
	}

	@Bean
	Job auditSealing(Sealer sealer) {
		return new Job("audit-seal", Duration.ofSeconds(2), sealer::sealNew);
	}

	@Bean
	Job auditWatching(AuditWatch watch) {
		return new Job("audit-watch", Duration.ofMinutes(15), watch::look);
	}

	@Bean
	Gauge auditGauge(AuditWatch watch, MeterRegistry registry) {
		return Gauge.builder("audit.chain.ok", watch, AuditWatch::ok)
			.description("1 if the last verification of the audit found nothing changed, else 0")
			.register(registry);
	}

}
