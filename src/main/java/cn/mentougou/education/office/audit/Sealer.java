package cn.mentougou.education.office.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.springframework.dao.DuplicateKeyException;

/**
 * Chains the entries that have no seal yet. What is new is looked for every few seconds
 * among the numbers behind one that was sealed a quarter of an hour ago; a sweep over all
 * numbers comes more seldom. So a transaction that commits late with a smaller number is
 * sealed like the others, at once or, if it was open for longer than a quarter of an
 * hour, by the sweep. It reads without locks and inserts into a table of its own: no act
 * ever waits for it.
 */
class Sealer {

	private static final int STEP = 500;

	/** Numbers that one statement of the sweep looks at. */
	private static final int PAGE = 20_000;

	private static final Duration WINDOW = Duration.ofMinutes(15);

	private final SealMapper seals;

	private final AuditMapper entries;

	private final Clock clock;

	Sealer(SealMapper seals, AuditMapper entries, Clock clock) {
		this.seals = seals;
		this.entries = entries;
		this.clock = clock;
	}

	/** Seals what was recorded lately. */
	void sealNew() {
		long behind = this.seals.findLastBefore(this.clock.instant().minus(WINDOW)).map(Seal::entryId).orElse(0L);
		sealBetween(behind, this.entries.lastId());
	}

	/** Seals whatever has no seal. */
	void sealAll() {
		long last = this.entries.lastId();
		for (long after = 0; after < last; after += PAGE) {
			sealBetween(after, Math.min(after + PAGE, last));
		}
	}

	private void sealBetween(long after, long upTo) {
		List<RecordedAct> unsealed;
		do {
			unsealed = this.seals.listUnsealed(after, upTo, STEP);
		}
		while (seal(unsealed) && unsealed.size() == STEP);
	}

	/** {@code false} if another instance was faster; its next step goes on. */
	private boolean seal(List<RecordedAct> unsealed) {
		if (unsealed.isEmpty()) {
			return false;
		}
		Seal last = this.seals.findLast().orElse(new Seal(0, 0, Instant.EPOCH, Chain.BEGINNING));
		// The database keeps three decimals, and the hash is over what it keeps.
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		List<Seal> links = new ArrayList<>(unsealed.size());
		for (RecordedAct act : unsealed) {
			last = Seal.behind(last.position() + 1, last.hash(), now, act);
			links.add(last);
		}
		try {
			this.seals.insertSeals(links);
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

}
