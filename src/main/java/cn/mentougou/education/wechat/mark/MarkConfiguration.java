package cn.mentougou.education.wechat.mark;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.FollowerMarks;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.token.WxMpClients;

/** Puts what the staff give followers together. */
@Configuration(proxyBeanMethods = false)
class MarkConfiguration {

	@Bean
	Marks.Parts markParts(MarkMapper mapper, Vault vault, Followers followers, WeChatAccounts accounts) {
		return new Marks.Parts(mapper, new MarkSeal(vault), followers, accounts);
	}

	@Bean
	Marks marks(Marks.Parts parts, Audit audit, Clock clock, PlatformTransactionManager transactions) {
		return new Marks(parts, audit, clock, new TransactionTemplate(transactions));
	}

	@Bean
	MarkWork markWork(Marks.Parts parts, WxMpClients clients, FollowerMarks followerMarks, Clock clock,
			PlatformTransactionManager transactions) {
		return new MarkWork(parts, new WxMpMarks(clients), followerMarks, clock, new TransactionTemplate(transactions));
	}

	@Bean
	Notes notes(Marks.Parts parts, NoteMapper mapper, Audit audit, Clock clock) {
		return new Notes(mapper, parts.seal(), parts.followers(), audit, clock);
	}

	@Bean
	MarkListener markListener(Marks marks, MarkMapper orders, NoteMapper notes) {
		return new MarkListener(marks, orders, notes);
	}

	@Bean
	MarkHolder markHolder(Marks.Parts parts, NoteMapper notes) {
		return new MarkHolder(parts, notes);
	}

	@Bean
	Job followerMarking(MarkWork markWork) {
		return Job.every("follower-marks", "把标签、备注名和黑名单交给微信", Duration.ofSeconds(5), markWork::run);
	}

}
