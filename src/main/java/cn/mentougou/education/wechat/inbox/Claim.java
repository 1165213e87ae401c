package cn.mentougou.education.wechat.inbox;

/**
 * The right to work on a message. Whoever takes over raises the number, and what was done
 * under a lower number cannot be committed any more.
 *
 * @param key the message
 * @param number the claim's number, from 1
 */
public record Claim(MessageKey key, int number) {
}
