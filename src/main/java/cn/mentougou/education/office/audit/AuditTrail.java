package cn.mentougou.education.office.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.stereotype.Component;

/** What was recorded, for reading: nothing can be changed here. */
@Component
public class AuditTrail {

	/** The server's number of "command denied to user". */
	private static final int DENIED = 1142;

	private final AuditMapper entries;

	AuditTrail(AuditMapper entries) {
		this.entries = entries;
	}

	/**
	 * The acts that match, newest first.
	 * @param after only those behind this place, or null from the newest on
	 */
	public List<SealedAct> list(Search search, @Nullable Place after, int limit) {
		return this.entries.list(search, after, limit)
			.stream()
			.map((row) -> new SealedAct(row.act(), row.proof()))
			.toList();
	}

	/**
	 * Whether the database would let this program change an entry, which it never does:
	 * then the rights of {@code sql/grants.sql} are missing.
	 */
	public boolean isOpenToChange() {
		try {
			this.entries.tryToChange();
			return true;
		}
		catch (BadSqlGrammarException ex) {
			SQLException cause = ex.getSQLException();
			if (cause != null && cause.getErrorCode() == DENIED) {
				return false;
			}
			throw ex;
		}
	}

	/**
	 * What is looked for; whatever is null does not matter.
	 *
	 * @param from not before this time
	 * @param before not at or after this time
	 * @param actorKind what sort of actor
	 * @param actorId which person
	 * @param action what was done
	 * @param objectKind on what sort of thing
	 * @param objectId on which one
	 * @param outcome whether done or refused
	 * @param cameFrom from which address
	 */
	public record Search(@Nullable Instant from, @Nullable Instant before, @Nullable String actorKind,
			@Nullable Long actorId, @Nullable String action, @Nullable String objectKind, @Nullable String objectId,
			@Nullable String outcome, @Nullable String cameFrom) {
	}

	/** A place in the list: the act behind which the next page begins. */
	public record Place(Instant happenedAt, long id) {
	}

	/** An act and, once it is sealed, the proof. */
	public record SealedAct(RecordedAct act, @Nullable Proof proof) {

		/** When it happened, as it stands in the formula of the chain. */
		public String happenedAtText() {
			return Chain.time(this.act.happenedAt());
		}

	}

	/**
	 * What one needs to calculate the hash of an act again.
	 *
	 * @param position its place in the chain
	 * @param sealedAt when it was sealed, as it stands in the formula
	 * @param previous the hash before, hexadecimal
	 * @param hash its hash, hexadecimal
	 */
	public record Proof(long position, String sealedAt, String previous, String hash) {
	}

}
