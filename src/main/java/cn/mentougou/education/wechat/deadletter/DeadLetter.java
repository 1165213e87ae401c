package cn.mentougou.education.wechat.deadletter;

import java.time.Instant;

/**
 * A message that went wrong.
 *
 * @param id its number
 * @param messageKey the message's key, 32 bytes
 * @param appId the account
 * @param kind what was pushed
 * @param reason what went wrong, in a word for programmers and without the message
 * @param xml the message in clear
 * @param attempts how often it was tried
 * @param receivedAt when the message arrived
 * @param correlationId the id under which it was logged
 */
public record DeadLetter(long id, byte[] messageKey, String appId, String kind, String reason, byte[] xml, int attempts,
		Instant receivedAt, String correlationId) {

	/** Keeps the message out of every log. */
	@Override
	public String toString() {
		return "DeadLetter[" + this.id + " " + this.appId + " " + this.kind + " " + this.reason + "]";
	}

}
