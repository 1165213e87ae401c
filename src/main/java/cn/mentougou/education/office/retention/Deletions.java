package cn.mentougou.education.office.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.privacy.Erasure;

/** The desk of the deletion records. */
@Component
public class Deletions {

	private static final int LONGEST_REASON = 1000;

	private final DeletionMapper mapper;

	private final Clock clock;

	Deletions(DeletionMapper mapper, Clock clock) {
		this.mapper = mapper;
		this.clock = clock;
	}

	/** Records what a request erased and had to leave. */
	@Transactional
	public void requested(String register, Instant startedAt, Erasure erasure) {
		String because = erasure.kept().stream().map(Erasure.Kept::reason).distinct().collect(Collectors.joining("；"));
		this.mapper.add(new DeletionRecord(0, register, DeletionRecord.REQUEST, millis(startedAt), now(),
				erasure.rows(), erasure.kept().stream().mapToInt(Erasure.Kept::rows).sum(),
				because.substring(0, Math.min(because.length(), LONGEST_REASON))));
	}

	/** The latest ones before one of them; {@code Long.MAX_VALUE} for the first page. */
	public List<DeletionRecord> before(long id, int limit) {
		return this.mapper.listBefore(id, limit);
	}

	/** Adds a step of a rule's run, in the transaction that erased. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void step(String register, String rule, Instant startedAt, int rows) {
		this.mapper.add(new DeletionRecord(0, register, rule, millis(startedAt), now(), rows, 0, ""));
	}

	private Instant now() {
		return millis(this.clock.instant());
	}

	private static Instant millis(Instant at) {
		return at.truncatedTo(ChronoUnit.MILLIS);
	}

}
