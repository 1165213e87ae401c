package cn.mentougou.education.wechat.consent;

import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.template.Templates;

/** Puts the consents together. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

	@Bean
	Consents consents(ConsentMapper mapper, Templates templates, LookupIndex index, Clock clock) {
		return new Consents(mapper, templates, index, clock);
	}

	@Bean
	ConsentListener consentListener(ConsentMapper mapper, Followers followers, LookupIndex index, Clock clock) {
		return new ConsentListener(mapper, followers, index, clock);
	}

	@Bean
	ConsentHolder consentHolder(ConsentMapper mapper, LookupIndex index, WeChatAccounts accounts,
			PlatformTransactionManager transactions,
			@Value("${education.follower.erase-after:7d}") Duration eraseAfter) {
		return new ConsentHolder(mapper, index, accounts, new TransactionTemplate(transactions), eraseAfter);
	}

}
