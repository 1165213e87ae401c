package cn.mentougou.education.wechat.outbound;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.account.WeChatAccounts;
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
	OutboundHolder outboundHolder(OutboundMapper mapper, Vault vault, LookupIndex index, WeChatAccounts accounts,
			OutboundSettings settings, Clock clock, PlatformTransactionManager transactions) {
		return new OutboundHolder(mapper, new Seal(vault, index), accounts, settings, clock,
				new TransactionTemplate(transactions));
	}

}
