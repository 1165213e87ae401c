package cn.mentougou.education.office.audit;

import java.time.Clock;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;

import cn.mentougou.education.shared.Acted;

/** Records acts. */
@Component
public class Audit {

	private final AuditMapper mapper;

	private final Clock clock;

	Audit(AuditMapper mapper, Clock clock) {
		this.mapper = mapper;
		this.clock = clock;
	}

	/**
	 * Records an act in the transaction that makes it: one statement.
	 * @throws Unavailable if it cannot be recorded; it undoes the act
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(AuditEntry entry) {
		insert(entry);
	}

	/**
	 * Records an act that has no transaction of its own or was refused, in a transaction
	 * that is kept whatever becomes of the caller's.
	 * @throws Unavailable if it cannot be recorded
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void recordAlone(AuditEntry entry) {
		insert(entry);
	}

	/** Records what was done in a module below, in its transaction. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(Acted acted) {
		insert(new AuditEntry(acted.actor(), acted.action(), acted.objectKind(), acted.objectId(),
				AuditEntry.Outcome.DONE, acted.details()));
	}

	private void insert(AuditEntry entry) {
		String details = entry.details()
			.entrySet()
			.stream()
			.map((detail) -> detail.getKey() + "=" + detail.getValue())
			.collect(Collectors.joining("\n"));
		try {
			this.mapper.insert(this.clock.instant(), entry, details);
		}
		catch (DataAccessException ex) {
			throw new Unavailable(ex);
		}
	}

	/**
	 * An act could not be recorded, so it must not happen: the database is away, its disk
	 * is full, or the right to insert is missing. People see status 503.
	 */
	public static class Unavailable extends ErrorResponseException {

		Unavailable(DataAccessException cause) {
			super(HttpStatus.SERVICE_UNAVAILABLE, cause);
		}

	}

}
