package cn.mentougou.education.wechat.replydesk;

import java.time.LocalDateTime;

import cn.mentougou.education.wechat.reply.ReplyRule;
import cn.mentougou.education.wechat.reply.ReplyRules;

/** A rule as a row of the list shows it. */
record RuleLine(long id, long revision, String kind, String account, String phrases, String answer, String hours,
		int priority, boolean enabled, String state) {

	private static final int SHOWN = 60;

	static RuleLine of(ReplyRules.Kept kept, AccountChoices accounts, LocalDateTime now) {
		ReplyRule rule = kept.rule();
		String state = !rule.enabled() ? "已停用" : rule.hours().include(now) ? "在用" : "不在生效时间";
		return new RuleLine(kept.id().value(), kept.revision(), TriggerTitle.of(rule.trigger()),
				accounts.name(rule.appId()), rule.phrases().isEmpty() ? "—" : String.join("、", rule.phrases()),
				beginning(rule.answer()), HoursText.of(rule.hours()), rule.priority(), rule.enabled(), state);
	}

	private static String beginning(String answer) {
		return (answer.codePointCount(0, answer.length()) <= SHOWN) ? answer
				: answer.substring(0, answer.offsetByCodePoints(0, SHOWN)) + "…";
	}

}
