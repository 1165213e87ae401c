package cn.mentougou.education.demo;

import java.util.Optional;

import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;

/**
 * Shows on the word 出错 what a failure looks like: a kind sentence to the person, a
 * dead-letter row to the staff.
 */
public class FailingHandler implements MessageHandler {

	/** What the person writes. */
	public static final String WORD = "出错";

	@Override
	public Turn turn() {
		return Turn.COMMAND_WORD;
	}

	@Override
	public boolean accepts(InboundMessage message) {
		return message.words().map(String::strip).filter(WORD::equals).isPresent();
	}

	@Override
	public Optional<Reply> handle(InboundMessage message) {
		throw new IllegalStateException("the demonstration of a failing handler");
	}

}
