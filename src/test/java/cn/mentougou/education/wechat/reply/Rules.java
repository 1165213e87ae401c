package cn.mentougou.education.wechat.reply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Rules of tests: the defaults that no test looks at. */
public final class Rules {

	public static final String SUBSCRIPTION = "wx00000000000000d1";

	public static final String SERVICE = "wx00000000000000f1";

	private Rules() {
	}

	public static ReplyRule rule(Trigger trigger, String answer, String... phrases) {
		return new ReplyRule(null, trigger, List.of(phrases), answer, 0, EffectiveHours.ALWAYS, true);
	}

	public static ReplyRule of(@Nullable String appId, ReplyRule rule) {
		return new ReplyRule(appId, rule.trigger(), rule.phrases(), rule.answer(), rule.priority(), rule.hours(),
				rule.enabled());
	}

	public static ReplyRule prior(int priority, ReplyRule rule) {
		return new ReplyRule(rule.appId(), rule.trigger(), rule.phrases(), rule.answer(), priority, rule.hours(),
				rule.enabled());
	}

	public static ReplyRule during(EffectiveHours hours, ReplyRule rule) {
		return new ReplyRule(rule.appId(), rule.trigger(), rule.phrases(), rule.answer(), rule.priority(), hours,
				rule.enabled());
	}

	public static ReplyRule off(ReplyRule rule) {
		return new ReplyRule(rule.appId(), rule.trigger(), rule.phrases(), rule.answer(), rule.priority(), rule.hours(),
				false);
	}

	public static RuleBook book(ReplyRule... rules) {
		Map<ReplyRuleId, ReplyRule> numbered = new LinkedHashMap<>();
		for (ReplyRule rule : rules) {
			numbered.put(new ReplyRuleId(numbered.size() + 1), rule);
		}
		return new RuleBook(1, numbered);
	}

}
