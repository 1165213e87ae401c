package cn.mentougou.education.office.audit;

import java.time.Instant;
import java.util.List;

/**
 * An entry as it stands in the database. Its kinds are texts, because a row that somebody
 * tampered with must still be readable.
 *
 * @param id the number of the entry
 * @param happenedAt when
 * @param actorKind what sort of actor
 * @param actorId which person; 0 for others
 * @param cameFrom the network address, or what started it inside
 * @param action what was done
 * @param objectKind on what sort of thing
 * @param objectId on which one
 * @param outcome whether it was done or refused
 * @param details further ids and codes, one {@code name=value} a line
 */
public record RecordedAct(long id, Instant happenedAt, String actorKind, long actorId, String cameFrom, String action,
		String objectKind, String objectId, String outcome, String details) {

	/** The details, one {@code name=value} each. */
	public List<String> detailLines() {
		return this.details.isEmpty() ? List.of() : List.of(this.details.split("\n"));
	}

}
