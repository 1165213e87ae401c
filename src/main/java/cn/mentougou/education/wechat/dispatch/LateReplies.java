package cn.mentougou.education.wechat.dispatch;

import java.time.Instant;

import cn.mentougou.education.wechat.envelope.Reply;

/**
 * Takes replies that came too late for the platform's five seconds and brings them to the
 * person. Implemented by {@code wechat.outbound}.
 */
public interface LateReplies {

	/**
	 * Takes one reply. Called inside the transaction that records the message as done: it
	 * writes its intent there and sends after the commit. The same message offered twice
	 * is taken once.
	 */
	void offer(LateReply reply);

	/**
	 * A reply and the push it answers.
	 *
	 * @param messageKey the message's key in the inbox, 32 bytes
	 * @param appId the account
	 * @param openId the person
	 * @param kind the kind of the push, as in the message's header; it decides how many
	 * messages the platform allows and how long
	 * @param receivedAt when the push arrived
	 * @param reply what to say
	 * @param correlationId the id under which the push was logged
	 */
	record LateReply(byte[] messageKey, String appId, String openId, String kind, Instant receivedAt, Reply reply,
			String correlationId) {

		/** Keeps the person and the text out of every log. */
		@Override
		public String toString() {
			return "LateReply[" + this.appId + " " + this.kind + "]";
		}

	}

}
