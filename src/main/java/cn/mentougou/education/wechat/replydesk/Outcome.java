package cn.mentougou.education.wechat.replydesk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.reply.ReplyRule;
import cn.mentougou.education.wechat.reply.Trial;

/**
 * What the test box found.
 *
 * @param who who answers, in words
 * @param ruleId the rule that answers; absent if none does
 * @param answer what the person reads; absent if it depends on the person
 * @param others the rules that know the text and do not answer, each with the reason
 */
record Outcome(String who, @Nullable Long ruleId, @Nullable String answer, List<Loser> others) {

	static Outcome byRules(Trial trial, String answer) {
		String who = trial.winner()
			.map((winner) -> "第 " + winner.id().value() + " 条规则（" + words(winner) + "）")
			.orElse("系统自带的默认回复（没有默认回复规则在用）");
		return new Outcome(who, trial.winner().map((winner) -> winner.id().value()).orElse(null), answer,
				losers(trial, null));
	}

	static Outcome byHandler(Trial trial, Turn turn, Optional<String> answer) {
		return new Outcome(title(turn), null, answer.orElse(null), losers(trial, turn));
	}

	/** The answer line by line, as the phone breaks it. */
	public List<String> lines() {
		return Objects.requireNonNullElse(this.answer, "").lines().toList();
	}

	private static List<Loser> losers(Trial trial, @Nullable Turn handler) {
		return trial.contenders()
			.stream()
			.filter((each) -> handler != null || each.standing() != Trial.Standing.ANSWERS)
			.map((each) -> new Loser(each.id().value(), words(each), each.rule().priority(), reason(each, handler)))
			.toList();
	}

	private static String words(Trial.Contender contender) {
		ReplyRule rule = contender.rule();
		String kind = TriggerTitle.of(rule.trigger());
		return contender.phrase().isEmpty() ? kind : kind + "“" + contender.phrase() + "”";
	}

	private static String reason(Trial.Contender contender, @Nullable Turn handler) {
		return switch (contender.standing()) {
			case ANSWERS -> "“" + ((handler != null) ? title(handler) : "") + "”排在关键词前面，已经先接走了";
			case LATER_KIND -> "同样能对上，但顺序靠后：先看整句，再看开头，再看句中，最后才是默认";
			case LOWER_PRIORITY -> "优先级比回答的那条低";
			case SHORTER_PHRASE -> "优先级相同，关键词比回答的那条短";
			case FOR_EVERY_ACCOUNT -> "其他都相同，回答的那条是这个公众号自己的";
			case NEWER -> "其他都相同，回答的那条更早写";
			case OUT_OF_HOURS -> "这个时间不生效：" + HoursText.of(contender.rule().hours());
			case DISABLED -> "已停用";
		};
	}

	private static String title(Turn turn) {
		return switch (turn) {
			case OUR_QUESTION -> "回答我们问过的问题，或点了我们给的选项";
			case COMMAND_WORD -> "口令（如“公开”“新闻”“帮助”）";
			case OPEN_CONVERSATION -> "正在进行的对话";
			case WHOLE_KEYWORD -> "整句关键词";
			case DEFAULT_CONVERSATION -> "家长与班级的对话";
			case OTHER_KEYWORD -> "开头或句中的关键词";
			case DISCLOSURE_SEARCH -> "信息公开搜索";
			case SCENE_CODE -> "扫码";
			case MENU_KEY -> "点菜单";
			case WELCOME -> "关注欢迎语";
			case DEFAULT_ANSWER -> "默认回复";
		};
	}

	/** A rule that knows the text and does not answer. */
	record Loser(long id, String words, int priority, String reason) {
	}

}
