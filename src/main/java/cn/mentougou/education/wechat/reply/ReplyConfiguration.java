package cn.mentougou.education.wechat.reply;

import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.transaction.PlatformTransactionManager;

import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.hours.StaffHours;

/** The desk, the rules in memory, and one handler for each turn that rules answer in. */
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

	@Bean
	Answers replyAnswers(CurrentRules current, StaffHours hours, Clock clock) {
		return new Answers(current, hours, clock);
	}

	@Bean
	RuleTargets replyRuleTargets(CurrentRules current) {
		return new RuleTargets(current);
	}

	@Bean
	MessageHandler wholeKeywordHandler(Answers answers) {
		return new RuleHandler(Turn.WHOLE_KEYWORD, answers, answers::toWholeKeyword);
	}

	@Bean
	MessageHandler otherKeywordHandler(Answers answers) {
		return new RuleHandler(Turn.OTHER_KEYWORD, answers, answers::toOtherKeyword);
	}

	@Bean
	MessageHandler sceneCodeHandler(Answers answers) {
		return new RuleHandler(Turn.SCENE_CODE, answers, answers::toScene);
	}

	@Bean
	MessageHandler menuKeyHandler(Answers answers) {
		return new RuleHandler(Turn.MENU_KEY, answers, answers::toMenuKey);
	}

	@Bean
	MessageHandler welcomeHandler(Answers answers) {
		return new RuleHandler(Turn.WELCOME, answers, answers::toFollower);
	}

	@Bean
	MessageHandler defaultAnswerHandler(Answers answers) {
		return new RuleHandler(Turn.DEFAULT_ANSWER, answers, answers::otherwise);
	}

}
