package cn.mentougou.education.demo;

import java.time.Duration;
import java.util.Optional;

import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;

/**
 * Shows on the word 慢 what happens when an answer takes longer than the platform waits:
 * the person is not left with an error, the answer follows as a customer-service message.
 */
public class SlowHandler implements MessageHandler {

	/** What the person writes. */
	public static final String WORD = "慢";

	/** What the person reads at last. */
	public static final String ANSWER = "让您久等了。这条回复用了 8 秒，超过了微信 5 秒的等待时间，所以改用客服消息送达。";

	private final Duration work;

	/** Works for eight seconds. */
	public SlowHandler() {
		this(Duration.ofSeconds(8));
	}

	/** Works as long as this. */
	public SlowHandler(Duration work) {
		this.work = work;
	}

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
		try {
			Thread.sleep(this.work.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return Optional.of(new Reply.Text(ANSWER));
	}

}
