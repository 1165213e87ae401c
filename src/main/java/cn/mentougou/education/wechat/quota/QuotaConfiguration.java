package cn.mentougou.education.wechat.quota;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the ledger of the calls together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuotaSettings.class)
class QuotaConfiguration {

	@Bean
	CallQuotas callQuotas(CallQuotaMapper mapper, QuotaSettings settings, Clock clock,
			PlatformTransactionManager transactions) {
		TransactionTemplate alone = new TransactionTemplate(transactions);
		alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return new CallQuotas(mapper, settings, clock, alone);
	}

}
