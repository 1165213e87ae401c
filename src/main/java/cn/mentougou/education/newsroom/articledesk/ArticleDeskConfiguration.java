package cn.mentougou.education.newsroom.articledesk;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.newsroom.draft.Drafts;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.Followers;

/** The pages of previews, and who registers for them. */
@Configuration(proxyBeanMethods = false)
class ArticleDeskConfiguration {

	private static final int PLACE = 20;

	@Bean
	ConsolePage articlesPage() {
		return new ConsolePage(ArticleConsoleController.PATH, "微信预览", ConsolePage.Section.NEWS, PLACE, Drafts.READERS,
				"看一条新闻在手机上的样子，以及微信会删掉、改动或拒收什么：红色的必须先改，其余的知道就好。"
						+ "要在真手机上看，先登记自己的手机：取一个号码，用手机发给公众号；编辑就能把预览发给登记过的人，每个公众号每天 100 次。" + "预览稿没有批准，请不要转发。");
	}

	@Bean
	Testers articleTesters(TesterMapper mapper, Followers followers, WeChatAccounts accounts, LookupIndex index,
			Audit audit, Clock clock) {
		return new Testers(mapper, followers, accounts, index, audit, clock);
	}

	@Bean
	TesterHandler articleTesterHandler(Testers testers) {
		return new TesterHandler(testers);
	}

	@Bean
	TesterHolder articleTesterHolder(TesterMapper mapper, Followers followers, WeChatAccounts accounts,
			PlatformTransactionManager transactions) {
		return new TesterHolder(mapper, followers, accounts, new TransactionTemplate(transactions));
	}

}
