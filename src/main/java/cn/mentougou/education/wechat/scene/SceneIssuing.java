package cn.mentougou.education.wechat.scene;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets the tickets that are due: of new codes at once, of codes of thirty days a week
 * before their end. Of several instances the one that moves the row's time on asks; if it
 * dies, the code is asked for again, by the same scene, when its lease is over.
 */
class SceneIssuing {

	/** How long before its end a code is renewed. */
	static final Duration AHEAD = Duration.ofDays(7);

	/** Longer than any call lasts. */
	private static final Duration LEASE = Duration.ofMinutes(1);

	private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

	private static final int STEP = 50;

	private static final Logger logger = LoggerFactory.getLogger(SceneIssuing.class);

	private final SceneMapper mapper;

	private final WxMpSceneTickets tickets;

	private final Clock clock;

	SceneIssuing(SceneMapper mapper, WxMpSceneTickets tickets, Clock clock) {
		this.mapper = mapper;
		this.tickets = tickets;
		this.clock = clock;
	}

	/** Asks for everything that is due, each once. */
	void run() {
		List<SceneMapper.Row> due;
		do {
			due = this.mapper.due(now(), STEP);
			due.forEach(this::askQuietly);
		}
		while (due.size() == STEP);
	}

	/** One row that goes wrong leaves the others their turn. */
	private void askQuietly(SceneMapper.Row row) {
		try {
			ask(row);
		}
		catch (RuntimeException ex) {
			logger.error("QR code {} was not asked for: {}", row.id(), ex.getClass().getName());
		}
	}

	/** Asks for this one now, if nobody does. */
	void ask(SceneQrCodeId id) {
		this.mapper.find(id.value()).ifPresent(this::ask);
	}

	private void ask(SceneMapper.Row row) {
		Instant now = now();
		Instant seen = row.dueAt();
		Instant lease = now.plus(LEASE);
		if (seen == null || seen.isAfter(now) || this.mapper.claim(row.id(), seen, lease) == 0) {
			return;
		}
		WxMpSceneTickets.Outcome outcome = this.tickets.create(row.appId(), row.scene(), row.permanent());
		if (outcome instanceof WxMpSceneTickets.Outcome.Issued issued) {
			this.mapper.issued(row.id(), lease, issued.ticket(), renewal(issued.ticket()));
		}
		else if (outcome instanceof WxMpSceneTickets.Outcome.Refused refused) {
			logger.warn("QR code {} was refused: {}", row.id(), refused.reason());
			this.mapper.refused(row.id(), lease, refused.reason());
		}
		else if (outcome instanceof WxMpSceneTickets.Outcome.Failed failed) {
			this.mapper.failed(row.id(), lease, failed.reason(), now.plus(pause(row.failures())));
		}
	}

	private static @Nullable Instant renewal(SceneQrCode.Ticket ticket) {
		Instant end = ticket.expiresAt();
		if (end == null) {
			return null;
		}
		// A platform that gives less than a month is not asked without end.
		Duration life = Duration.between(ticket.issuedAt(), end);
		Duration ahead = (life.compareTo(AHEAD.multipliedBy(2)) < 0) ? life.dividedBy(2) : AHEAD;
		return end.minus(ahead).truncatedTo(ChronoUnit.SECONDS);
	}

	private static Duration pause(int failures) {
		Duration pause = Duration.ofMinutes(1L << Math.min(failures, 9));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	/** As precise as the columns. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

}
