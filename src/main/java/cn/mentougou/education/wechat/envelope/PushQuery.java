package cn.mentougou.education.wechat.envelope;

import org.jspecify.annotations.Nullable;

/**
 * The query of a push.
 *
 * @param signature covers token, timestamp and nonce
 * @param timestamp when the platform signed, in seconds since 1970
 * @param nonce the platform's random word
 * @param msgSignature covers the sealed content too; only in sealed modes
 */
public record PushQuery(String signature, String timestamp, String nonce, @Nullable String msgSignature) {
}
