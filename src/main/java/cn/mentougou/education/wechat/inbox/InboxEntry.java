package cn.mentougou.education.wechat.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A message to be kept.
 *
 * @param key its identity
 * @param appId the account
 * @param kind what was pushed, without its text
 * @param receivedAt when it arrived
 * @param xml the message in clear; it is sealed before it is stored
 * @param correlationId the id under which it was logged
 */
public record InboxEntry(MessageKey key, String appId, String kind, Instant receivedAt, byte[] xml,
		String correlationId) {

	/**
	 * How a message that was answered at once ended.
	 *
	 * @param reply the reply in clear; absent for {@code success}
	 * @param outcome what became of the message
	 * @param turn who answered
	 */
	public record Answered(byte @Nullable [] reply, Outcome outcome, String turn) {
	}

}
