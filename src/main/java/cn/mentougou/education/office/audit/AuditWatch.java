package cn.mentougou.education.office.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/**
 * Looks after the chain: sweeps up entries that the quick sealing missed, verifies what
 * is new and once a day everything, and anchors the head of the chain each day.
 */
class AuditWatch {

	private static final Logger logger = LoggerFactory.getLogger(AuditWatch.class);

	private final Sealer sealer;

	private final Verification verification;

	private final SealMapper seals;

	private final Clock clock;

	AuditWatch(Sealer sealer, Verification verification, SealMapper seals, Clock clock) {
		this.sealer = sealer;
		this.verification = verification;
		this.seals = seals;
		this.clock = clock;
	}

	/** One round. */
	void look() {
		this.sealer.sealAll();
		boolean isAnchored = isAnchored(LocalDate.now(this.clock));
		Verdict verdict = isAnchored ? this.verification.verifyRecent() : this.verification.verifyAll();
		this.seals.insertVerification(Verdict.Row.of(verdict));
		if (!verdict.ok()) {
			logger.error("审计：{}", verdict.sentence());
		}
		if (!isAnchored) {
			this.seals.findLast().ifPresent(this::anchor);
		}
	}

	/** 1 if the last verification found nothing wrong, or none was made yet. */
	double ok() {
		Optional<Verdict> last = this.verification.last();
		return (last.isEmpty() || last.get().ok()) ? 1 : 0;
	}

	private boolean isAnchored(LocalDate today) {
		List<Anchor> anchors = this.seals.listAnchors();
		return !anchors.isEmpty() && !anchors.get(anchors.size() - 1).anchoredOn().isBefore(today);
	}

	private void anchor(Seal head) {
		Anchor anchor = new Anchor(LocalDate.now(this.clock), this.clock.instant().truncatedTo(ChronoUnit.MILLIS),
				head.position(), head.hash());
		try {
			this.seals.insertAnchor(anchor);
			logger.info("审计定锚 {}：第 {} 条，{}。请把这一行另存到别处，日后用 verify-audit 核对。", anchor.anchoredOn(), anchor.position(),
					anchor.hashText());
		}
		catch (DuplicateKeyException ex) {
			// Another instance anchored this day.
		}
	}

}
