package cn.mentougou.wechatsim.platform;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One call as the log shows it, without secrets and tokens. A status of zero means that
 * the caller got no answer; a warning names fields that the platform does not know.
 */
public record ApiLogEntry(String id, Instant at, @Nullable String appId, String method, String path, String query,
		String requestBody, int status, String answer, long durationMillis, @Nullable String fault,
		@Nullable String warning, @Nullable String requestId) {
}
