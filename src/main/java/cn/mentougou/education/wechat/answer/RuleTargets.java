package cn.mentougou.education.wechat.answer;

import java.util.List;
import java.util.function.Supplier;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.menu.MenuTargets;
import cn.mentougou.education.wechat.reply.RuleBook;

/** The menu keys that rules answer. */
class RuleTargets implements MenuTargets {

	private static final int SHOWN = 20;

	private final Supplier<RuleBook> rules;

	RuleTargets(Supplier<RuleBook> rules) {
		this.rules = rules;
	}

	@Override
	public List<Target> of(WeChatAccount account) {
		return this.rules.get()
			.menuKeys(account.appId())
			.entrySet()
			.stream()
			.map((key) -> Target.key(key.getKey(), "自动回复“" + beginning(key.getValue()) + "”"))
			.toList();
	}

	private static String beginning(String answer) {
		String line = answer.lines().findFirst().orElse("");
		return (line.codePointCount(0, line.length()) <= SHOWN) ? line
				: line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
	}

}
