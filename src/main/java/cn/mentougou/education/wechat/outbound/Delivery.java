package cn.mentougou.education.wechat.outbound;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.sender.Channel;
import cn.mentougou.education.wechat.sender.MessageForm;
import cn.mentougou.education.wechat.sender.Reason;
import cn.mentougou.education.wechat.sender.SendResult;

/**
 * How it went with one order.
 *
 * @param id its number
 * @param appId the account
 * @param channel the way
 * @param kind what was sent, see {@link MessageForm#kind}
 * @param purpose the order's code
 * @param state how far it has come
 * @param reason why it was not sent, or not surely; a code
 * @param createdAt when it was ordered
 * @param triedAt when the last call began
 * @param changedAt since when it is in this state
 * @param sendBefore until when it may be sent
 * @param bundledInto the order inside which it went out
 * @param result what the platform reported later
 * @param decision what a person decided about an unknown one
 */
public record Delivery(OutboundId id, String appId, Channel channel, String kind, String purpose, SendState state,
		@Nullable String reason, Instant createdAt, @Nullable Instant triedAt, Instant changedAt, Instant sendBefore,
		@Nullable OutboundId bundledInto, @Nullable SendResult result, @Nullable Decision decision) {

	/** What people call what was sent. */
	public String what() {
		return MessageForm.title(this.kind);
	}

	/** Whether a person must decide about it. */
	public boolean isUndecided() {
		return this.state == SendState.UNKNOWN && this.decision == null;
	}

	/** Why the person did or did not get it, in a sentence or two. */
	public String explanation() {
		String word = (this.reason != null) ? Reason.sentence(this.reason) : this.state.title() + "。";
		if (this.result != null) {
			word = this.result.sentence();
		}
		if (this.decision != null) {
			word += (this.decision == Decision.DELIVERED) ? "经人工确认，算已送达。" : "经人工确认，已另发一次。";
		}
		return (this.bundledInto != null) ? word + "（与前一条合并发送）" : word;
	}

	/** What a person decided about an order whose outcome is unknown. */
	public enum Decision {

		/** It counts as delivered. */
		DELIVERED,

		/** It was ordered once more. */
		SENT_AGAIN

	}

}
