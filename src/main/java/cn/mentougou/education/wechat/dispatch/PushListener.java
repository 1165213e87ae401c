package cn.mentougou.education.wechat.dispatch;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.envelope.InboundMessage;

/**
 * Learns of pushes of a certain kind, whoever answers them: that somebody follows, that a
 * message found no answer. Modules implement it as a bean.
 */
public interface PushListener {

	/**
	 * Whether this listener is to learn of the message. It looks at nothing but the
	 * message and changes nothing. A message that concerns a listener costs a transaction
	 * of its own; texts that a keyword answers should concern nobody.
	 * @param turn the line of the handler that answers; null if nobody does
	 */
	boolean concerns(InboundMessage message, @Nullable Turn turn);

	/**
	 * Writes down what is to be known of the push, inside the transaction that records
	 * its message as done: whatever crashes, both happen or neither. It must not call
	 * outside.
	 * <p>
	 * Pushes of one person may come in another order than they were made, and a dead
	 * letter that the staff runs again is told again: compare the times in the header,
	 * and key by {@link Push#key()} what is counted.
	 */
	void learn(Push push);

}
