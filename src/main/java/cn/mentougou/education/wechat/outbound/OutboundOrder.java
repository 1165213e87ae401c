package cn.mentougou.education.wechat.outbound;

import java.time.Instant;

import cn.mentougou.education.wechat.sender.OutboundMessage;

/**
 * What is to be sent to whom.
 *
 * @param key what the order is, such as {@code class-notice 17 to guardian 4}: the same
 * key of an account is one order, however often it is given
 * @param appId the account
 * @param openId the person's openid at that account
 * @param message what the person gets
 * @param purpose a code for the delivery record, such as {@code dialogue}: lower case,
 * digits and hyphens
 * @param sendBefore after it the order is not worth sending any more
 */
public record OutboundOrder(String key, String appId, String openId, OutboundMessage message, String purpose,
		Instant sendBefore) {

	private static final String PURPOSE = "[a-z0-9-]{1,64}";

	/**
	 * Refuses an order without a key or with a purpose that is no code.
	 * @throws IllegalArgumentException if it is one
	 */
	public OutboundOrder {
		if (key.isBlank() || !purpose.matches(PURPOSE)) {
			throw new IllegalArgumentException("an order has a key, and a purpose that is a code");
		}
	}

	/** Keeps the person and the content out of every log. */
	@Override
	public String toString() {
		return "OutboundOrder[" + this.appId + " " + this.message.channel() + " " + this.purpose + "]";
	}

}
