package cn.mentougou.education.wechat.dispatch;

import java.time.Instant;

import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.inbox.InboxEntry;
import cn.mentougou.education.wechat.inbox.MessageKey;

/**
 * A proven push on its way through the webhook.
 *
 * @param key the message's key in the inbox
 * @param message what was pushed
 * @param xml the same in clear, as it is kept
 * @param receivedAt when it arrived
 * @param startedNanos the same by {@link System#nanoTime()}, for the time that is left
 * @param correlationId the id under which it is logged
 */
public record Push(MessageKey key, InboundMessage message, byte[] xml, Instant receivedAt, long startedNanos,
		String correlationId) {

	InboxEntry entry() {
		return new InboxEntry(this.key, this.message.appId(), this.message.header().kind(), this.receivedAt, this.xml,
				this.correlationId);
	}

	/** Keeps the person and the text out of every log. */
	@Override
	public String toString() {
		return this.key + " " + this.message.header();
	}

}
