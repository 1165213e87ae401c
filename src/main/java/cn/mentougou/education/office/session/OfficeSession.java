package cn.mentougou.education.office.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.PersonId;

/**
 * A session as the list shows it.
 *
 * @param id which one
 * @param person whose
 * @param version the number of the sign-in when it began
 * @param cameFrom the network address it began at
 * @param device browser and system
 * @param startedAt when it began
 * @param lastUsedAt when it was last used, to the minute
 * @param ending why it is over, or null while it goes on
 */
public record OfficeSession(SessionId id, PersonId person, int version, String cameFrom, String device,
		Instant startedAt, Instant lastUsedAt, @Nullable Ending ending) {

}
