package cn.mentougou.education.wechat.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import cn.mentougou.education.office.privacy.Unsealable;

/**
 * Sends what waits for a person, one message after the other. Several threads and
 * instances may do it for the same person at once: whoever changes the row from NEW to
 * SENDING makes the call, the others leave.
 */
class Sending {

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

	private static final String REQUEST_ID = "requestId";

	private static final Logger logger = LoggerFactory.getLogger(Sending.class);

	private final OutboundMapper mapper;

	private final Seal seal;

	private final WxMpSender sender;

	private final MeterRegistry meters;

	private final Clock clock;

	Sending(OutboundMapper mapper, Seal seal, WxMpSender sender, MeterRegistry meters, Clock clock) {
		this.mapper = mapper;
		this.seal = seal;
		this.sender = sender;
		this.meters = meters;
		this.clock = clock;
	}

	/** Sends everything that is due for this person, in the order of the ledger. */
	void sendTo(byte[] person) {
		String before = MDC.get(REQUEST_ID);
		try {
			boolean isGoingOn = true;
			while (isGoingOn) {
				Optional<OutboundMapper.Row> next = this.mapper.findFirstUnsettled(person);
				isGoingOn = next.isPresent() && next.get().state() == SendState.NEW
						&& !next.get().dueAt().isAfter(this.clock.instant()) && isSettled(next.get());
			}
		}
		catch (RuntimeException ex) {
			// The ledger has it; the job comes again.
			logger.error("sending stopped", ex);
		}
		finally {
			restore(before);
		}
	}

	/** Whether the message is settled and the next one may go. */
	private boolean isSettled(OutboundMapper.Row row) {
		MDC.put(REQUEST_ID, row.correlationId());
		if (!now().isBefore(row.windowEndsAt())) {
			return settle(row, SendState.NEW, SendState.EXPIRED, Reason.WINDOW, "");
		}
		if (this.mapper.countSpent(row.person(), row.replyWindow(), row.receivedAt()) >= row.replyWindow().messages()) {
			return settle(row, SendState.NEW, SendState.REFUSED, Reason.QUOTA, "");
		}
		if (this.mapper.claim(row.id(), now()) == 0) {
			return false;
		}
		return isRecorded(row, call(row));
	}

	private Outcome call(OutboundMapper.Row row) {
		if (row.openId() == null || row.content() == null) {
			return new Outcome.Refused(Reason.KEY, "");
		}
		String openId;
		String text;
		try {
			openId = this.seal.openId(row.openId(), row.messageKey());
			text = this.seal.content(row.content(), row.messageKey());
		}
		catch (Unsealable ex) {
			return new Outcome.Refused(Reason.KEY, "");
		}
		return this.sender.send(row.appId(), openId, text);
	}

	private boolean isRecorded(OutboundMapper.Row row, Outcome outcome) {
		if (outcome instanceof Outcome.Sent) {
			return settle(row, SendState.SENDING, SendState.SENT, null, "");
		}
		if (outcome instanceof Outcome.Refused refused) {
			return settle(row, SendState.SENDING, SendState.REFUSED, refused.reason(), refused.rid());
		}
		if (outcome instanceof Outcome.Unknown unknown) {
			return settle(row, SendState.SENDING, SendState.UNKNOWN, unknown.reason(), unknown.rid());
		}
		Outcome.NotSent notSent = (Outcome.NotSent) outcome;
		Instant now = now();
		Instant due = now.plus(pause(row.attempts()));
		Instant dueAt = due.isBefore(row.windowEndsAt()) ? due : row.windowEndsAt();
		this.mapper.postpone(row.id(), notSent.reason(), dueAt, now);
		logger.warn("outbound {} of {} not sent: {}; again at {}", row.id(), row.appId(), notSent.reason(), dueAt);
		count(SendState.NEW);
		return false;
	}

	private boolean settle(OutboundMapper.Row row, SendState from, SendState to, @Nullable String reason, String rid) {
		boolean isOurs = this.mapper.settle(new OutboundMapper.Settlement(row.id(), from, to, reason, now())) == 1
				|| isSettledLate(row, from, to, reason);
		if (isOurs) {
			logger.info("outbound {} of {} {} {} {}", row.id(), row.appId(), to, (reason != null) ? reason : "", rid);
			count(to);
		}
		return isOurs;
	}

	/** Our call took so long that we were thought dead; now we know better. */
	private boolean isSettledLate(OutboundMapper.Row row, SendState from, SendState to, @Nullable String reason) {
		return from == SendState.SENDING && to != SendState.UNKNOWN && this.mapper
			.settle(new OutboundMapper.Settlement(row.id(), SendState.UNKNOWN, to, reason, now())) == 1;
	}

	private void count(SendState state) {
		this.meters.counter("send.state", "state", state.name()).increment();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	static Duration pause(int attempts) {
		Duration pause = Duration.ofSeconds(2L << Math.min(attempts, 10));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	private static void restore(@Nullable String requestId) {
		if (requestId != null) {
			MDC.put(REQUEST_ID, requestId);
		}
		else {
			MDC.remove(REQUEST_ID);
		}
	}

}
