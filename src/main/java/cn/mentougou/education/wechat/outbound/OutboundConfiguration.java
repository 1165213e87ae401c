package cn.mentougou.education.wechat.outbound;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.consent.Consents;
import cn.mentougou.education.wechat.quota.CallQuotas;
import cn.mentougou.education.wechat.replywindow.ReplyWindows;
import cn.mentougou.education.wechat.sender.Calls;
import cn.mentougou.education.wechat.sender.SendResults;
import cn.mentougou.education.wechat.template.Templates;

/** Puts the desk, the ledger and the senders together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboundSettings.class)
class OutboundConfiguration {

	@Bean
	Seal outboundSeal(Vault vault, LookupIndex index) {
		return new Seal(vault, index);
	}

	@Bean
	Bookkeeping.Parts bookkeepingParts(CallQuotas quotas, ObjectProvider<Consents> consents,
			PlatformTransactionManager transactions) {
		return new Bookkeeping.Parts(quotas, consents, new TransactionTemplate(transactions));
	}

	@Bean
	Bookkeeping bookkeeping(SendMapper mapper, Bookkeeping.Parts parts, MeterRegistry meters, Clock clock) {
		return new Bookkeeping(mapper, parts, meters, clock);
	}

	@Bean
	SendLoop.Parts sendLoopParts(SendMapper mapper, Seal seal, Bookkeeping book, ReplyWindows windows,
			CallQuotas quotas, Clock clock) {
		return new SendLoop.Parts(mapper, seal, book, windows, quotas, clock);
	}

	@Bean
	SendLoop sendLoop(SendLoop.Parts parts, Calls calls, OutboundSettings settings) {
		return new SendLoop(parts, calls, settings.senders());
	}

	@Bean
	Outbound.Parts outboundParts(JdbcOperations jdbc, SendResults results, SendLoop loop,
			ObjectProvider<Templates> templates, ApplicationEventPublisher events, Clock clock) {
		return new Outbound.Parts(jdbc, results, loop, templates, events, clock);
	}

	@Bean
	Outbound outbound(OutboundMapper mapper, Seal seal, Outbound.Parts parts) {
		return new Outbound(mapper, seal, parts);
	}

	@Bean
	Leftovers leftovers(SendMapper mapper, SendLoop loop, OutboundSettings settings, Clock clock) {
		return new Leftovers(mapper, loop, settings.silence(), clock);
	}

	@Bean
	Job outboundLeftovers(Leftovers leftovers) {
		return Job.every("outbound-leftovers", "补发没有发出的消息", Duration.ofSeconds(5), leftovers::send);
	}

	@Bean
	OutboundHolder outboundHolder(OutboundMapper mapper, Seal seal, WeChatAccounts accounts, OutboundSettings settings,
			Clock clock, PlatformTransactionManager transactions) {
		return new OutboundHolder(mapper, seal, accounts, settings, clock, new TransactionTemplate(transactions));
	}

}
