package cn.mentougou.education.wechat.replywindow;

import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.quota.CallQuotas;

/** Puts the ledger of the windows together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplyWindowSettings.class)
class ReplyWindowConfiguration {

	@Bean
	WindowMemory windowMemory(ReplyWindowMapper mapper, LookupIndex index, ReplyWindowSettings settings, Clock clock) {
		return new WindowMemory(mapper, index, settings, clock);
	}

	@Bean
	ReplyWindows replyWindows(ReplyWindowMapper mapper, WindowMemory memory, ObjectProvider<Spendings> spendings,
			ReplyWindowSettings settings, LookupIndex index, Clock clock) {
		return new ReplyWindows(mapper, memory, new ReplyWindows.Parts(spendings, settings, index, clock));
	}

	@Bean
	CatchUp catchUp(ReplyWindowMapper mapper, WindowMemory memory, Inbox inbox, Clock clock) {
		return new CatchUp(mapper, memory, inbox, clock);
	}

	@Bean
	WindowWriter windowWriter(WindowMemory memory, CatchUp catchUp, ReplyWindowSettings settings) {
		return new WindowWriter(memory, catchUp, settings);
	}

	@Bean
	Job replyWindowsCatchUp(CatchUp catchUp) {
		return Job.every("reply-windows-catch-up", "补记停机时没有记下的回复窗口", Duration.ofSeconds(30), catchUp::run);
	}

	@Bean
	WindowHolder windowHolder(ReplyWindowMapper mapper, CallQuotas quotas, LookupIndex index, WeChatAccounts accounts,
			PlatformTransactionManager transactions) {
		return new WindowHolder(mapper, quotas, index, accounts, new TransactionTemplate(transactions));
	}

}
