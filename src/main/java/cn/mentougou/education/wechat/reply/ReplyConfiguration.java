package cn.mentougou.education.wechat.reply;

import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.transaction.PlatformTransactionManager;

import cn.mentougou.education.wechat.account.WeChatAccounts;

/** The desk and the rules in memory. */
@Configuration(proxyBeanMethods = false)
class ReplyConfiguration {

	@Bean
	RuleReader replyRuleReader(ReplyRuleMapper mapper, PlatformTransactionManager transactions) {
		return new RuleReader(mapper, transactions);
	}

	@Bean
	RuleNews replyRuleNews(RedisConnectionFactory redis) {
		return new RuleNews(redis);
	}

	@Bean
	CurrentRules currentReplyRules(RuleReader reader, RuleNews news,
			@Value("${education.reply.reread-every:10s}") Duration rereadEvery) {
		return new CurrentRules(reader, news, rereadEvery);
	}

	@Bean
	ReplyRules replyRules(ReplyRuleMapper mapper, RuleReader reader, CurrentRules current, WeChatAccounts accounts,
			PlatformTransactionManager transactions, Clock clock) {
		return new ReplyRules(mapper, reader, current, accounts, transactions, clock);
	}

}
