package cn.mentougou.education.wechat.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A message as it stands in the inbox, opened.
 *
 * @param key its identity
 * @param appId the account
 * @param kind what was pushed
 * @param state where it stands
 * @param receivedAt when it arrived
 * @param xml the message in clear
 * @param reply the reply in clear; absent for {@code success}
 * @param correlationId the id under which it was logged
 */
public record StoredMessage(MessageKey key, String appId, String kind, InboxState state, Instant receivedAt, byte[] xml,
		byte @Nullable [] reply, String correlationId) {

	/** Keeps the message out of every log. */
	@Override
	public String toString() {
		return this.key + " " + this.appId + " " + this.kind + " " + this.state;
	}

}
