package cn.mentougou.education.wechat.dispatch;

import java.util.Optional;

import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;

/**
 * Answers one kind of message. Features implement it as a bean; the webhook asks them in
 * the order of {@link #turn()}, and within one turn in Spring's bean order.
 */
public interface MessageHandler {

	/** The handler's line in the order. */
	Turn turn();

	/**
	 * Whether this handler answers the message. It looks and changes nothing; it is asked
	 * again on a redelivery.
	 */
	boolean accepts(InboundMessage message);

	/**
	 * Does the work and says what to answer; empty shows the person nothing.
	 * <p>
	 * It runs inside a transaction that also records the message as done, so its own
	 * writes happen exactly once. It must not call outside. A handler that takes longer
	 * than the platform waits is not interrupted: its reply follows as a customer-service
	 * message.
	 */
	Optional<Reply> handle(InboundMessage message);

	/**
	 * Whether the reply comes from memory alone: no effect, no database, no outside call.
	 * Such a handler runs without a transaction, before the message is committed, and
	 * message and reply are committed together.
	 */
	default boolean repliesFromMemory() {
		return false;
	}

}
