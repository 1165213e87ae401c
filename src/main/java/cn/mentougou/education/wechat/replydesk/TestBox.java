package cn.mentougou.education.wechat.replydesk;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.answer.Answers;
import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.reply.ReplyRules;
import cn.mentougou.education.wechat.reply.Trial;
import cn.mentougou.education.wechat.reply.Trigger;

/**
 * What a follower would get who writes a text at some time, and why. Handlers are asked
 * in the dispatcher's order as they are asked of a message, for somebody who is bound to
 * nothing and has no conversation open; nothing is written and nobody is told.
 */
class TestBox {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	/** Belongs to nobody. */
	private static final String NOBODY = "oNobodyTriesOutARule00000000";

	private final List<MessageHandler> handlers;

	private final ReplyRules rules;

	private final Answers answers;

	private final WeChatAccounts accounts;

	TestBox(List<MessageHandler> handlers, ReplyRules rules, Answers answers, WeChatAccounts accounts) {
		this.handlers = List.copyOf(handlers);
		this.rules = rules;
		this.answers = answers;
		this.accounts = accounts;
	}

	Outcome tryOut(String appId, String words, LocalDateTime at) {
		WeChatAccount account = this.accounts.of(appId);
		InboundMessage message = new InboundMessage.Text(new InboundMessage.Header(account.appId(),
				account.originalId(), NOBODY, at.atZone(BEIJING).toInstant(), "text", "0"), words, null);
		Trial trial = this.rules.tryOut(appId, words, at);
		Turn ruleTurn = trial.winner().map((winner) -> turn(winner.rule().trigger())).orElse(Turn.DEFAULT_ANSWER);
		for (MessageHandler handler : this.handlers) {
			if (this.answers.areSpokenBy(handler)) {
				if (handler.turn() == ruleTurn) {
					return byRules(trial, at);
				}
			}
			else if (handler.accepts(message)) {
				return Outcome.byHandler(trial, handler.turn(), preview(handler, message));
			}
		}
		return byRules(trial, at);
	}

	private Outcome byRules(Trial trial, LocalDateTime at) {
		Optional<Trial.Contender> winner = trial.winner();
		boolean byDefault = winner.map((each) -> each.rule().trigger() == Trigger.DEFAULT).orElse(true);
		String said = winner.map((each) -> each.rule().answer()).orElse(null);
		String answer = (byDefault || said == null) ? this.answers.otherwise(said, at.atZone(BEIJING).toInstant())
				: said;
		return Outcome.byRules(trial, answer);
	}

	/** Only what comes from memory may be said without its being done. */
	private static Optional<String> preview(MessageHandler handler, InboundMessage message) {
		if (!handler.repliesFromMemory()) {
			return Optional.empty();
		}
		return handler.handle(message)
			.filter(Reply.Text.class::isInstance)
			.map(Reply.Text.class::cast)
			.map(Reply.Text::content);
	}

	private static Turn turn(Trigger trigger) {
		return switch (trigger) {
			case WHOLE_KEYWORD -> Turn.WHOLE_KEYWORD;
			case PREFIX_KEYWORD, CONTAINED_KEYWORD -> Turn.OTHER_KEYWORD;
			case SCENE -> Turn.SCENE_CODE;
			case MENU_KEY -> Turn.MENU_KEY;
			case WELCOME -> Turn.WELCOME;
			case DEFAULT -> Turn.DEFAULT_ANSWER;
		};
	}

}
