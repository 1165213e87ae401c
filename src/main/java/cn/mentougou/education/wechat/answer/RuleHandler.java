package cn.mentougou.education.wechat.answer;

import java.util.Optional;
import java.util.function.Function;

import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;

/** Answers by rules in one turn of the order. */
class RuleHandler implements MessageHandler {

	private final Turn turn;

	private final Function<InboundMessage, Optional<String>> rules;

	private final Answers answers;

	RuleHandler(Turn turn, Answers answers, Function<InboundMessage, Optional<String>> rules) {
		this.turn = turn;
		this.answers = answers;
		this.rules = rules;
	}

	@Override
	public Turn turn() {
		return this.turn;
	}

	@Override
	public boolean accepts(InboundMessage message) {
		return this.rules.apply(message).isPresent();
	}

	/** A rule that ended since it accepted leaves the default answer, never silence. */
	@Override
	public Optional<Reply> handle(InboundMessage message) {
		String answer = this.rules.apply(message).orElseGet(() -> this.answers.remaining(message.appId()));
		return Optional.of(new Reply.Text(answer));
	}

	@Override
	public boolean repliesFromMemory() {
		return true;
	}

}
