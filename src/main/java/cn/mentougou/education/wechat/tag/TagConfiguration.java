package cn.mentougou.education.wechat.tag;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.FollowerMarks;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.token.WxMpClients;

/** Puts the tags together. */
@Configuration(proxyBeanMethods = false)
class TagConfiguration {

	@Bean
	TagWork tagWork(TagMapper mapper, WxMpClients clients, FollowerMarks marks, Clock clock) {
		return new TagWork(mapper, new WxMpTags(clients), marks, clock);
	}

	@Bean
	Tags tags(TagMapper mapper, TagWork tagWork, WeChatAccounts accounts, Followers followers, Audit audit, Clock clock,
			PlatformTransactionManager transactions) {
		return new Tags(new Tags.Parts(mapper, tagWork, accounts, followers), audit, clock,
				new TransactionTemplate(transactions));
	}

	@Bean
	Job tagReconciliation(TagWork tagWork) {
		return Job.every("tag-reconciliation", "核对没有定论的标签修改", Duration.ofMinutes(1), tagWork::run);
	}

}
