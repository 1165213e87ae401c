package cn.mentougou.education.wechat.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How it stands with an account's token.
 *
 * @param until until when it lives, or null if there is none
 * @param trouble why none could be fetched a moment ago and what to do, or null
 */
public record TokenState(@Nullable Instant until, @Nullable String trouble) {
}
