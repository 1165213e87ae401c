package cn.mentougou.education.office.audit;

import java.time.Clock;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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
	 * Records an act in the transaction that makes it: one statement. If it cannot be
	 * recorded the exception undoes the act.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(AuditEntry entry) {
		insert(entry);
	}

	/**
	 * Records an act that has no transaction of its own or was refused, in a transaction
	 * that is kept whatever becomes of the caller's.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void recordAlone(AuditEntry entry) {
		insert(entry);
	}

	private void insert(AuditEntry entry) {
		String details = entry.details()
			.entrySet()
			.stream()
			.map((detail) -> detail.getKey() + "=" + detail.getValue())
			.collect(Collectors.joining("\n"));
		this.mapper.insert(this.clock.instant(), entry, details);
	}

}
