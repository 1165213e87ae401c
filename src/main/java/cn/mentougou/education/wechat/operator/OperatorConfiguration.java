package cn.mentougou.education.wechat.operator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.wechat.deadletter.DeadLetters;
import cn.mentougou.education.wechat.dispatch.Deliveries;
import cn.mentougou.education.wechat.inbox.Inbox;

/** Makes the operator's endpoints. */
@Configuration(proxyBeanMethods = false)
class OperatorConfiguration {

	@Bean
	DeadLetterEndpoint.Records operatorRecords(Audit audit, PlatformTransactionManager transactions) {
		return new DeadLetterEndpoint.Records(audit, new TransactionTemplate(transactions));
	}

	@Bean
	DeadLetterEndpoint deadLetterEndpoint(DeadLetters deadLetters, Deliveries deliveries, Inbox inbox,
			DeadLetterEndpoint.Records records) {
		return new DeadLetterEndpoint(deadLetters, deliveries, inbox, records);
	}

	@Bean
	UnansweredEndpoint unansweredEndpoint(Inbox inbox) {
		return new UnansweredEndpoint(inbox);
	}

}
