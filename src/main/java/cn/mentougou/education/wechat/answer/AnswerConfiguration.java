package cn.mentougou.education.wechat.answer;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.hours.StaffHours;
import cn.mentougou.education.wechat.reply.ReplyRules;

/** One handler for each turn that rules answer in. */
@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

	@Bean
	Answers replyAnswers(ReplyRules rules, StaffHours hours, Clock clock) {
		return new Answers(rules::inForce, hours, clock);
	}

	@Bean
	RuleTargets replyRuleTargets(ReplyRules rules) {
		return new RuleTargets(rules::inForce);
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
