package cn.mentougou.education.wechat.operator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.wechat.deadletter.DeadLetters;
import cn.mentougou.education.wechat.dispatch.Deliveries;
import cn.mentougou.education.wechat.inbox.Inbox;

/** Makes the operator's endpoints. */
@Configuration(proxyBeanMethods = false)
class OperatorConfiguration {

	@Bean
	DeadLetterEndpoint deadLetterEndpoint(DeadLetters deadLetters, Deliveries deliveries, Inbox inbox) {
		return new DeadLetterEndpoint(deadLetters, deliveries, inbox);
	}

	@Bean
	UnansweredEndpoint unansweredEndpoint(Inbox inbox) {
		return new UnansweredEndpoint(inbox);
	}

}
