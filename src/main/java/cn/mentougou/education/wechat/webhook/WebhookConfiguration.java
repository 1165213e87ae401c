package cn.mentougou.education.wechat.webhook;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.deadletter.DeadLetters;
import cn.mentougou.education.wechat.dispatch.Deliveries;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.spool.Spool;

/** Puts the webhook together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

	@Bean
	PushProof pushProof(WeChatAccounts accounts, WebhookSettings settings, Clock clock, MeterRegistry meters) {
		return new PushProof(new Envelopes(accounts), settings.timeTolerance(), clock, meters);
	}

	@Bean
	DatabaseGate databaseGate() {
		return new DatabaseGate();
	}

	@Bean
	Unreadables unreadables(Inbox inbox, DeadLetters deadLetters) {
		return new Unreadables(inbox, deadLetters);
	}

	@Bean
	PushDesk pushDesk(PushProof proof, PushDesk.Parts parts, Clock clock) {
		return new PushDesk(proof, parts, clock);
	}

	@Bean
	PushDesk.Parts pushDeskParts(Inbox inbox, Deliveries deliveries, Unreadables unreadables, Spool spool,
			DatabaseGate gate) {
		return new PushDesk.Parts(inbox, deliveries, unreadables, spool, gate);
	}

	@Bean
	SpoolReplay spoolReplay(Spool spool, Inbox inbox, Deliveries deliveries, Unreadables unreadables,
			DatabaseGate gate) {
		return new SpoolReplay(spool, inbox, deliveries, unreadables, gate);
	}

	@Bean
	Timer webhookTimer(MeterRegistry meters) {
		return Timer.builder("wx.webhook.seconds")
			.description("from the first byte of a push to its answer")
			.publishPercentileHistogram()
			.register(meters);
	}

	@Bean
	ServletRegistrationBean<WebhookServlet> webhookServlet(WeChatAccounts accounts, PushProof proof, PushDesk desk,
			Timer webhookTimer) {
		ServletRegistrationBean<WebhookServlet> registration = new ServletRegistrationBean<>(
				new WebhookServlet(accounts, proof, desk, webhookTimer), "/wechat/*");
		registration.setLoadOnStartup(1);
		return registration;
	}

}
