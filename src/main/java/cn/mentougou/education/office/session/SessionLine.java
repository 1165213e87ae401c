package cn.mentougou.education.office.session;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * A session as it is listed.
 *
 * @param id its number
 * @param device browser and system
 * @param cameFrom the network address
 * @param startedAt since when
 * @param lastUsedAt when it was last used
 * @param isThis whether it is the one of this request
 */
public record SessionLine(long id, String device, String cameFrom, String startedAt, String lastUsedAt,
		boolean isThis) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	/**
	 * The line of this session.
	 * @param present the session of the request, or null
	 */
	public static SessionLine of(OfficeSession session, @Nullable SessionId present) {
		return new SessionLine(session.id().value(), session.device(), session.cameFrom(),
				TIME.format(session.startedAt()), TIME.format(session.lastUsedAt()), session.id().equals(present));
	}

	/** A time as people of the office read it. */
	public static @Nullable String shown(@Nullable Instant time) {
		return time != null ? TIME.format(time) : null;
	}

}
