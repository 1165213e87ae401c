package cn.mentougou.education.wechat.dispatch;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.wechat.deadletter.DeadLetters;
import cn.mentougou.education.wechat.inbox.Inbox;

/** Puts the way from a kept message to its answer together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DispatchSettings.class)
class DispatchConfiguration {

	@Bean
	MessageDispatcher messageDispatcher(ObjectProvider<MessageHandler> handlers, ObjectProvider<PushListener> listeners,
			ObjectProvider<PushWitness> witnesses, Clock clock) {
		return new MessageDispatcher(handlers.orderedStream().toList(), listeners.orderedStream().toList(),
				witnesses.orderedStream().toList(), clock);
	}

	@Bean
	HandlerWork handlerWork(MessageDispatcher dispatcher, Inbox inbox, DeadLetters deadLetters,
			ObjectProvider<LateReplies> lateReplies, PlatformTransactionManager transactions) {
		return new HandlerWork(dispatcher, inbox, deadLetters, lateReplies, new TransactionTemplate(transactions));
	}

	@Bean
	ClaimKeeper claimKeeper(Inbox inbox) {
		return new ClaimKeeper(inbox);
	}

	@Bean
	HandlerThreads handlerThreads(HandlerWork work, ClaimKeeper claims, DispatchSettings settings,
			@Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
		settings.check(connections);
		return new HandlerThreads(work, claims, settings.handlerThreads());
	}

	@Bean
	Questions questions() {
		return new Questions();
	}

	@Bean
	Deliveries deliveries(Deliveries.Parts parts, DispatchSettings settings, MeterRegistry meters) {
		Counter repeats = Counter.builder("wx.webhook.dup")
			.description("deliveries of a message that was there before")
			.register(meters);
		return new Deliveries(parts, settings.answerWithin(), repeats);
	}

	@Bean
	Deliveries.Parts deliveryParts(Inbox inbox, MessageDispatcher dispatcher, HandlerThreads handlers, HandlerWork work,
			Questions questions) {
		return new Deliveries.Parts(inbox, dispatcher, handlers, work, questions);
	}

	@Bean
	Job inboxRecovery(Inbox inbox, HandlerThreads handlers) {
		return Job.every("inbox-recovery", "接着处理中断的消息", Duration.ofSeconds(5), new Recovery(inbox, handlers)::run);
	}

}
