package cn.mentougou.education.wechat.unanswered;

import java.time.Instant;

/**
 * A message that is to be counted.
 *
 * @param messageKey look-up value of the platform's number of the message, 32 bytes
 * @param appId the account that was written to
 * @param kind what sort of message, as the platform says: {@code text}, {@code image} …
 * @param dialogue the conversation it belongs to
 * @param occasion how often the person has begun to ask there; several messages of one
 * occasion are one enquiry to people, and several messages to the count
 * @param at when it arrived
 */
public record Asked(byte[] messageKey, String appId, String kind, long dialogue, int occasion, Instant at) {
}
