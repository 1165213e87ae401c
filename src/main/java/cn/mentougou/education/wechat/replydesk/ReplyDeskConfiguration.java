package cn.mentougou.education.wechat.replydesk;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.answer.Answers;
import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.reply.ReplyRules;

/** The page of the rules, and what stands behind it. */
@Configuration(proxyBeanMethods = false)
class ReplyDeskConfiguration {

	@Bean
	ConsolePage replyRulesPage() {
		return new ConsolePage(ReplyRuleConsoleController.PATH, "自动回复", ConsolePage.Section.CHANNEL, 30,
				Set.of(Role.EDITOR),
				"这里写公众号自动回复的内容：关注欢迎语、关键词、菜单、扫码和默认回复，可以设定生效的日期、钟点和星期。"
						+ "保存后马上生效。改之前和改之后都可以用“试一试”看看：关注者写一句话会得到什么、由哪一条规则回答、为什么。"
						+ "两个人同时改一条规则时，后保存的人会看到提示，不会悄悄盖掉前一个人的修改。");
	}

	@Bean
	RuleEditing ruleEditing(ReplyRules rules, Audit audit) {
		return new RuleEditing(rules, audit);
	}

	@Bean
	AccountChoices replyAccountChoices(WeChatAccounts accounts) {
		return new AccountChoices(accounts);
	}

	/** Handlers in the order in which the dispatcher asks them. */
	@Bean
	TestBox replyTestBox(ObjectProvider<MessageHandler> handlers, ReplyRules rules, Answers answers,
			WeChatAccounts accounts) {
		List<MessageHandler> ordered = handlers.orderedStream()
			.sorted(Comparator.comparing(MessageHandler::turn))
			.toList();
		return new TestBox(ordered, rules, answers, accounts);
	}

}
