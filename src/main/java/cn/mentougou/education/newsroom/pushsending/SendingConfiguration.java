package cn.mentougou.education.newsroom.pushsending;

import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

import cn.mentougou.education.newsroom.push.PushContent;
import cn.mentougou.education.newsroom.push.PushLedger;
import cn.mentougou.education.newsroom.push.Slots;
import cn.mentougou.education.newsroom.push.Standstill;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.wechat.token.WxMpClients;

/** The job that sends. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

	private static final Duration EVERY = Duration.ofSeconds(3);

	@Bean
	WxMpPublishing pushPublishing(WxMpClients clients) {
		return new WxMpPublishing(clients);
	}

	@Bean
	Deciding pushDeciding(PushLedger book, PushContent content, Slots slots, Standstill standstill,
			@Value("${education.push.grace:5m}") Duration grace, Clock clock) {
		return new Deciding(book, content, slots, standstill, grace, clock);
	}

	@Bean
	Sending pushSending(Deciding deciding, PushLedger book, WxMpPublishing platform, PushMaterial material,
			PushContent content, PlatformTransactionManager transactions, Clock clock) {
		return new Sending(deciding, new Outcomes(book, clock), platform, material, content, transactions);
	}

	@Bean
	ResultAsking pushResultAsking(PushLedger book, WxMpPublishing platform, PlatformTransactionManager transactions,
			Clock clock) {
		return new ResultAsking(book, platform, transactions, clock);
	}

	@Bean
	PushWork pushWork(PushLedger book, Sending sending, ResultAsking asking) {
		return new PushWork(book, sending, asking);
	}

	@Bean
	Job pushJob(PushWork work) {
		return Job.every("push", "推送：到点发送，弄清结果", EVERY, work::run);
	}

}
