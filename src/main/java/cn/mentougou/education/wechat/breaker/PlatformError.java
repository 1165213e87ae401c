package cn.mentougou.education.wechat.breaker;

import java.time.Instant;

/**
 * An error that the platform answered with.
 *
 * @param appId the account
 * @param code the platform's number, or {@code TIMEOUT}, {@code UNREACHABLE}, a status
 * such as {@code HTTP 502}
 * @param times how often, since the first
 * @param firstAt when first
 * @param lastAt when last
 */
public record PlatformError(String appId, String code, long times, Instant firstAt, Instant lastAt) {
}
