package cn.mentougou.education.office.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.audit.Verdict.Fault;
import cn.mentougou.education.office.audit.Verdict.Fault.Kind;

/** Walks the chain and compares it with the entries and the anchors. */
@Component
public class Verification {

	private static final int PAGE = 1000;

	private static final int SWEEP = 20_000;

	/** Within this an entry is sealed, if anything runs at all. */
	private static final Duration UNSEALED_FOR = Duration.ofMinutes(1);

	/** A transaction may commit so long after it recorded its act. */
	private static final Duration LATE = Duration.ofHours(1);

	private final SealMapper seals;

	private final AuditMapper entries;

	private final Clock clock;

	Verification(SealMapper seals, AuditMapper entries, Clock clock) {
		this.seals = seals;
		this.entries = entries;
		this.clock = clock;
	}

	/** Verifies everything, from the first entry. */
	public Verdict verifyAll() {
		return verify(Chain.BEGINNING, 0, this.seals.listAnchors());
	}

	/** Verifies everything because somebody asked, and keeps what was found. */
	public Verdict verifyNow() {
		Verdict verdict = verifyAll();
		this.seals.insertVerification(Verdict.Row.of(verdict));
		return verdict;
	}

	/** Verifies everything, and against an anchor that was kept elsewhere. */
	public Verdict verifyAll(Anchor kept) {
		List<Anchor> anchors = this.seals.listAnchors();
		anchors.add(kept);
		anchors.sort(Comparator.comparingLong(Anchor::position));
		return verify(Chain.BEGINNING, 0, anchors);
	}

	/** Verifies what came behind the last anchor. */
	Verdict verifyRecent() {
		List<Anchor> anchors = this.seals.listAnchors();
		if (anchors.isEmpty()) {
			return verifyAll();
		}
		Anchor last = anchors.get(anchors.size() - 1);
		Optional<Fault> fault = faultAt(last);
		return fault.isPresent() ? new Verdict(this.clock.instant(), 0, fault.get())
				: verify(last.hash(), last.position(), anchors);
	}

	/** What the last verification found, if there was one. */
	public Optional<Verdict> last() {
		return this.seals.findLastVerification().map(Verdict.Row::verdict);
	}

	/**
	 * The head of the chain now, as it would be anchored; absent before the first seal.
	 */
	public Optional<Anchor> head() {
		return this.seals.findLast()
			.map((seal) -> new Anchor(LocalDate.now(this.clock), seal.sealedAt(), seal.position(), seal.hash()));
	}

	/** The anchors, in the order of their days. */
	public List<Anchor> anchors() {
		return this.seals.listAnchors();
	}

	private Optional<Fault> faultAt(Anchor anchor) {
		Optional<Seal> there = this.seals.find(anchor.position());
		if (there.isEmpty()) {
			return Optional.of(new Fault(Kind.TAIL_MISSING, anchor.position(), 0));
		}
		return Arrays.equals(there.get().hash(), anchor.hash()) ? Optional.empty()
				: Optional.of(new Fault(Kind.NOT_AS_ANCHORED, anchor.position(), there.get().entryId()));
	}

	private Verdict verify(byte[] hash, long position, List<Anchor> anchors) {
		Instant now = this.clock.instant();
		Walk walk = new Walk(hash, position, anchors);
		List<Seal> page;
		do {
			page = this.seals.listAfter(walk.position, PAGE);
			Optional<Fault> fault = walk.over(page, acts(page));
			if (fault.isPresent()) {
				return new Verdict(now, walk.position, fault.get());
			}
		}
		while (page.size() == PAGE);
		Fault fault = walk.tail().or(() -> unsealed(now.minus(UNSEALED_FOR))).orElse(null);
		return new Verdict(now, walk.position, fault);
	}

	private Map<Long, RecordedAct> acts(List<Seal> page) {
		return page.isEmpty() ? Map.of()
				: this.seals.listSealed(page.get(0).position(), page.get(page.size() - 1).position())
					.stream()
					.collect(Collectors.toMap(RecordedAct::id, Function.identity()));
	}

	private Optional<Fault> unsealed(Instant before) {
		long last = this.entries.lastId();
		for (long after = 0; after < last; after += SWEEP) {
			Optional<RecordedAct> found = this.seals.listUnsealed(after, after + SWEEP, PAGE)
				.stream()
				.filter((act) -> act.happenedAt().isBefore(before))
				.findFirst();
			if (found.isPresent()) {
				return found.map((act) -> new Fault(Kind.UNSEALED, 0, act.id()));
			}
		}
		return Optional.empty();
	}

	/** Where the walk is, and what it still has to meet. */
	private static final class Walk {

		private byte[] hash;

		private long position;

		private final Deque<Anchor> ahead = new ArrayDeque<>();

		private Instant closedBefore = Instant.MIN;

		Walk(byte[] hash, long position, List<Anchor> anchors) {
			this.hash = hash;
			this.position = position;
			anchors.forEach((anchor) -> {
				if (anchor.position() > position) {
					this.ahead.add(anchor);
				}
				else {
					close(anchor);
				}
			});
		}

		Optional<Fault> over(List<Seal> page, Map<Long, RecordedAct> acts) {
			for (Seal seal : page) {
				Optional<Fault> fault = over(seal, acts.get(seal.entryId()));
				if (fault.isPresent()) {
					return fault;
				}
				this.position = seal.position();
				this.hash = seal.hash();
			}
			return Optional.empty();
		}

		private Optional<Fault> over(Seal seal, @Nullable RecordedAct act) {
			if (seal.position() != this.position + 1) {
				return Optional.of(new Fault(Kind.SEAL_MISSING, this.position + 1, 0));
			}
			if (act == null) {
				return fault(Kind.ENTRY_MISSING, seal);
			}
			byte[] right = Chain.hash(this.hash, seal.position(), seal.sealedAt(), act);
			if (!Arrays.equals(right, seal.hash())) {
				return fault(Kind.CHANGED, seal);
			}
			if (act.happenedAt().isBefore(this.closedBefore)) {
				return fault(Kind.BEHIND, seal);
			}
			return meet(seal);
		}

		private Optional<Fault> meet(Seal seal) {
			while (!this.ahead.isEmpty() && this.ahead.getFirst().position() == seal.position()) {
				Anchor anchor = this.ahead.removeFirst();
				if (!Arrays.equals(anchor.hash(), seal.hash())) {
					return fault(Kind.NOT_AS_ANCHORED, seal);
				}
				close(anchor);
			}
			return Optional.empty();
		}

		Optional<Fault> tail() {
			return this.ahead.isEmpty() ? Optional.empty()
					: Optional.of(new Fault(Kind.TAIL_MISSING, this.ahead.getFirst().position(), 0));
		}

		private void close(Anchor anchor) {
			Instant closed = anchor.anchoredAt().minus(LATE);
			this.closedBefore = closed.isAfter(this.closedBefore) ? closed : this.closedBefore;
		}

		private static Optional<Fault> fault(Kind kind, Seal seal) {
			return Optional.of(new Fault(kind, seal.position(), seal.entryId()));
		}

	}

}
