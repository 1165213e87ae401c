package cn.mentougou.education.wechat.dispatch;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import cn.mentougou.education.wechat.deadletter.DeadLetters;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.MessageReader;
import cn.mentougou.education.wechat.inbox.Claim;
import cn.mentougou.education.wechat.inbox.Inbox;
import cn.mentougou.education.wechat.inbox.MessageKey;
import cn.mentougou.education.wechat.inbox.StoredMessage;

/**
 * Finishes messages whose handler died with its instance, after the platform has stopped
 * repeating them. Their replies come late.
 */
class Recovery {

	private static final Logger logger = LoggerFactory.getLogger(Recovery.class);

	private static final int STEP = 20;

	private final Inbox inbox;

	private final HandlerThreads handlers;

	Recovery(Inbox inbox, HandlerThreads handlers) {
		this.inbox = inbox;
		this.handlers = handlers;
	}

	void run() {
		for (MessageKey key : this.inbox.abandoned(STEP)) {
			try {
				resume(key);
			}
			catch (RuntimeException ex) {
				logger.error("webhook: {} cannot be taken up again: {}", key, DeadLetters.reasonOf(ex));
			}
		}
	}

	private void resume(MessageKey key) {
		this.inbox.park(key);
		Optional<Claim> claim = this.inbox.takeOver(key);
		if (claim.isPresent()) {
			this.inbox.find(key).ifPresent((stored) -> resume(claim.get(), stored));
		}
	}

	private void resume(Claim claim, StoredMessage stored) {
		MDC.put("requestId", stored.correlationId());
		try {
			this.handlers.run(claim, push(stored), false);
		}
		finally {
			MDC.remove("requestId");
		}
	}

	/** A kept message, read again. */
	static Push push(StoredMessage stored) {
		InboundMessage message = MessageReader.read(stored.appId(), stored.xml()).message();
		return new Push(stored.key(), message, stored.xml(), stored.receivedAt(), System.nanoTime(),
				stored.correlationId());
	}

}
