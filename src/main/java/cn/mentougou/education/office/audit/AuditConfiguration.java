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
		return Job.every("audit-seal", "封存新的审计记录", Duration.ofSeconds(2), sealer::sealNew);
	}

	@Bean
	Job auditWatching(AuditWatch watch) {
		return Job.every("audit-watch", "核对审计链，每天定锚", Duration.ofMinutes(15), watch::look);
	}

	@Bean
	Gauge auditGauge(AuditWatch watch, MeterRegistry registry) {
		return Gauge.builder("audit.chain.ok", watch, AuditWatch::ok)
			.description("1 if the last verification of the audit found nothing changed, else 0")
			.register(registry);
	}

}
