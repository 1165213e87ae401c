package cn.mentougou.education.wechat.outbound;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.token.WxMpClients;

/** Puts the ledger and its senders together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboundSettings.class)
class OutboundConfiguration {

	@Bean(destroyMethod = "close")
	SendThreads sendThreads() {
		return new SendThreads();
	}

	@Bean
	OutboundLedger outboundLedger(OutboundMapper mapper, Vault vault, LookupIndex index, WxMpClients clients,
			MeterRegistry meters, SendThreads threads, Clock clock) {
		Seal seal = new Seal(vault, index);
		Sending sending = new Sending(mapper, seal, new WxMpSender(clients), meters, clock);
		return new OutboundLedger(mapper, seal, sending, threads, clock);
	}

	@Bean
	Job outboundLeftovers(OutboundLedger ledger) {
		return Job.every("outbound-leftovers", "补发没有发出的消息", Duration.ofSeconds(5), ledger::sendLeftovers);
	}

	@Bean
	Job outboundErasure(OutboundMapper mapper, OutboundSettings settings, Clock clock) {
		return Job.every("outbound-erasure", "清理过期的发送内容和记录", Duration.ofHours(1),
				new OutboundErasure(mapper, settings, clock)::run);
	}

}
