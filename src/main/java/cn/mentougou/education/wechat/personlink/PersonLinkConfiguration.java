package cn.mentougou.education.wechat.personlink;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.webhome.H5Entry;

/** Puts the consents together. */
@Configuration(proxyBeanMethods = false)
class PersonLinkConfiguration {

	@Bean
	PersonLinks personLinks(PersonLinkMapper mapper, Followers followers, WeChatAccounts accounts, LookupIndex index,
			Clock clock) {
		return new PersonLinks(mapper, followers, accounts, index, clock);
	}

	@Bean
	PersonLinkHolder personLinkHolder(PersonLinkMapper mapper, Followers followers, WeChatAccounts accounts,
			PlatformTransactionManager transactions) {
		return new PersonLinkHolder(mapper, followers, accounts, new TransactionTemplate(transactions));
	}

	@Bean
	Job personLinkSearch(PersonLinks links) {
		return Job.every("person-link-search", "为同意合并的人查找另一个公众号的身份", Duration.ofMinutes(5), links::search);
	}

	@Bean
	@Order(90)
	H5Entry bothAccountsEntry() {
		return new H5Entry("/h5/both-accounts", "两个公众号认出同一个我", "在订阅号和服务号之间不用重复说明；同意才有，随时撤回");
	}

}
