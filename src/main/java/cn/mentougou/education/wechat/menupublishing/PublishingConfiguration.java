package cn.mentougou.education.wechat.menupublishing;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.menu.MenuChecks;

/** The desk of publications and the job behind it. */
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

	private static final Duration EVERY = Duration.ofSeconds(20);

	@Bean
	Publishing menuPublishing(PublicationMapper mapper, PlanMapper plans, WxMpMenus platform, Audit audit,
			PlatformTransactionManager transactions, Clock clock) {
		return new Publishing(mapper, plans, platform, audit, transactions, clock);
	}

	@Bean
	Publications menuPublications(PublicationMapper mapper, Publishing publishing, MenuVersions versions,
			WeChatAccounts accounts, MenuChecks checks, Audit audit, PlatformTransactionManager transactions,
			Clock clock) {
		return new Publications(mapper, publishing, versions, accounts, checks, audit, transactions, clock);
	}

	@Bean
	PublishingWork menuPublishingWork(PublicationMapper publications, PlanMapper plans, Publishing publishing,
			Publications desk, MenuVersions versions, PlatformTransactionManager transactions, Clock clock) {
		return new PublishingWork(publications, plans, publishing, desk, versions, transactions, clock);
	}

	@Bean
	Job menuPublishingJob(PublishingWork work) {
		return Job.every("menu-publishing", "菜单：定时切换，弄清结果不明的发布", EVERY, work::run);
	}

}
