package cn.mentougou.education.wechat.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A row to be inserted, sealed.
 *
 * @param key the message's identity
 * @param appId the account
 * @param kind what was pushed
 * @param receivedAt when it arrived
 * @param content the sealed message
 * @param correlationId the id under which it was logged
 * @param done how it ended, its reply sealed; absent if a handler is still to work on it
 * @param claimedUntil until when this instance claims it; absent if it is done
 */
record InboxRow(MessageKey key, String appId, String kind, Instant receivedAt, byte[] content, String correlationId,
		InboxEntry.@Nullable Answered done, @Nullable Instant claimedUntil) {
}
