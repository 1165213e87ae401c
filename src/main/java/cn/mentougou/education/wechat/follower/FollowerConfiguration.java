package cn.mentougou.education.wechat.follower;

import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** Puts the followers together. */
@Configuration(proxyBeanMethods = false)
class FollowerConfiguration {

	@Bean
	FollowerSeal followerSeal(Vault vault, LookupIndex index) {
		return new FollowerSeal(vault, index);
	}

	@Bean
	Followers followers(FollowerMapper mapper, FollowerSeal followerSeal, Audit audit,
			ApplicationEventPublisher events) {
		return new Followers(mapper, followerSeal, audit, events);
	}

	@Bean
	FollowerMarks followerMarks(FollowerMapper mapper, FollowerSeal followerSeal, Clock clock) {
		return new FollowerMarks(mapper, followerSeal, clock);
	}

	@Bean
	FollowerRoll followerRoll(FollowerMapper followers, RollMapper mapper, FollowerSeal followerSeal,
			ApplicationEventPublisher events, Clock clock) {
		return new FollowerRoll(followers, mapper, followerSeal, events, clock);
	}

	@Bean
	FollowerListener followerListener(Followers followers) {
		return new FollowerListener(followers);
	}

	@Bean
	FollowerHolder followerHolder(FollowerMapper mapper, RollMapper roll, FollowerSeal followerSeal,
			WeChatAccounts accounts, @Value("${education.follower.erase-after:7d}") Duration eraseAfter,
			ApplicationEventPublisher events, PlatformTransactionManager transactions) {
		return new FollowerHolder(mapper, roll, followerSeal, accounts, eraseAfter, events,
				new TransactionTemplate(transactions));
	}

}
