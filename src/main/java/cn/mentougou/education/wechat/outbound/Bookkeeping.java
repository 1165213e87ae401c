package cn.mentougou.education.wechat.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.wechat.consent.Consents;
import cn.mentougou.education.wechat.quota.CallQuotas;
import cn.mentougou.education.wechat.sender.OutboundMessage;
import cn.mentougou.education.wechat.sender.Outcome;
import cn.mentougou.education.wechat.sender.Reason;

/**
 * Writes into the ledger what the senders report and what they are to do next: one commit
 * for all of them, so that a message stands as being sent before its call begins and no
 * sender waits for a commit of its own.
 */
class Bookkeeping {

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

	/** No commit takes longer. */
	private static final Duration COMMITTED_WITHIN = Duration.ofSeconds(30);

	private static final String PLATFORM_DAY = "45009";

	private static final String NO_CONSENT = "43101";

	/** A claim is taken back within moments; what was withdrawn since stays withdrawn. */
	private static final Duration SINCE_THE_CLAIM = Duration.ofMinutes(1);

	private final SendMapper mapper;

	private final CallQuotas quotas;

	private final ObjectProvider<Consents> consents;

	private final TransactionTemplate transaction;

	private final MeterRegistry meters;

	private final Clock clock;

	Bookkeeping(SendMapper mapper, Parts parts, MeterRegistry meters, Clock clock) {
		this.mapper = mapper;
		this.quotas = parts.quotas();
		this.consents = parts.consents();
		this.transaction = parts.transaction();
		this.meters = meters;
		this.clock = clock;
	}

	/**
	 * Writes it all down.
	 * @param mark names these claims, and nobody else's
	 * @return the calls that are ours to make; the others are somebody else's
	 */
	List<Selection.Sending> write(List<Ended> ended, Selection selection, String mark) {
		if (ended.isEmpty() && selection.taken().isEmpty()) {
			return List.of();
		}
		List<Selection.Sending> ours = Objects.requireNonNull(this.transaction.execute((status) -> {
			settle(ended);
			selection.over().forEach(this.mapper::settle);
			selection.waiting().forEach(this.mapper::postpone);
			return claim(selection.calls(), mark);
		}));
		ended.forEach((one) -> count(word(one.outcome()), one.sending().rows().size()));
		selection.over().forEach((one) -> count(one.to().name(), 1));
		return ours;
	}

	private void settle(List<Ended> ended) {
		List<SendMapper.Taken> sent = new ArrayList<>();
		for (Ended one : ended) {
			settleConsent(one);
			if (one.outcome() instanceof Outcome.Sent taken) {
				one.sending().rows().forEach((row) -> sent.add(new SendMapper.Taken(row.id(), taken.platformId())));
			}
			else {
				one.sending().rows().forEach((row) -> settle(row, one));
			}
		}
		if (!sent.isEmpty()) {
			this.mapper.settleSent(sent, now());
		}
	}

	private void settle(SendMapper.Row row, Ended one) {
		Outcome outcome = one.outcome();
		if (outcome instanceof Outcome.Refused refused) {
			// An earlier call with the same key may have been taken.
			end(row, row.isDoubtful() ? SendState.UNKNOWN : SendState.REFUSED, refused.reason());
		}
		else if (outcome instanceof Outcome.Unknown unknown && !row.channel().isKeyed()) {
			end(row, SendState.UNKNOWN, unknown.reason());
		}
		else if (outcome instanceof Outcome.Unknown unknown) {
			again(row, unknown.reason(), (row.doubtfulSince() != null) ? row.doubtfulSince() : one.claimedAt());
		}
		else if (outcome instanceof Outcome.NotSent notSent) {
			if (notSent.notBefore() != null) {
				again(row, notSent.reason(), row.doubtfulSince(), notSent.notBefore().truncatedTo(ChronoUnit.MILLIS));
			}
			else {
				again(row, notSent.reason(), row.doubtfulSince());
			}
		}
	}

	private void end(SendMapper.Row row, SendState state, String reason) {
		this.mapper.settle(new SendMapper.Settlement(row.id(), SendState.SENDING, state, reason, now()));
	}

	private void again(SendMapper.Row row, String reason, @Nullable Instant doubtfulSince) {
		Instant due = now().plus(pause(row.attempts()));
		again(row, reason, doubtfulSince,
				reason.equals(PLATFORM_DAY) ? this.quotas.nextChance(row.appId(), row.channel().api()) : due);
	}

	private void again(SendMapper.Row row, String reason, @Nullable Instant doubtfulSince, Instant due) {
		Instant now = now();
		this.mapper.postpone(new SendMapper.Postponement(row.id(), SendState.SENDING, reason, due, doubtfulSince, now));
	}

	/** All of a call's orders are ours, or it is not made. */
	private List<Selection.Sending> claim(List<Selection.Sending> calls, String mark) {
		List<Long> ids = calls.stream().flatMap((call) -> call.ids().stream()).toList();
		if (ids.isEmpty()) {
			return List.of();
		}
		List<Selection.Sending> ours = calls;
		if (this.mapper.claim(ids, mark, now()) != ids.size()) {
			Set<Long> claimed = new HashSet<>(this.mapper.listClaimed(ids, mark));
			ours = calls.stream().filter((call) -> claimed.containsAll(call.ids())).toList();
			ours.forEach((call) -> claimed.removeAll(call.ids()));
			if (!claimed.isEmpty()) {
				this.mapper.release(List.copyOf(claimed), mark);
			}
		}
		ours.stream()
			.filter((call) -> call.rows().size() > 1)
			.forEach((call) -> this.mapper.bundle(call.ids().subList(1, call.rows().size()), call.head().id()));
		return ours.stream().filter(this::hasConsent).toList();
	}

	/** A notice uses up a consent in the commit that marks it as being sent. */
	private boolean hasConsent(Selection.Sending call) {
		Consents ledger = this.consents.getIfAvailable();
		if (ledger == null || !(call.message() instanceof OutboundMessage.Notice notice)
				|| ledger.spend(call.head().appId(), call.openId(), notice.templateId())) {
			return true;
		}
		end(call.head(), SendState.REFUSED, Reason.CONSENT);
		return false;
	}

	/** What the platform surely did not take used up nothing. */
	private void settleConsent(Ended one) {
		Consents ledger = this.consents.getIfAvailable();
		if (ledger == null || !(one.sending().message() instanceof OutboundMessage.Notice notice)) {
			return;
		}
		String appId = one.sending().head().appId();
		if (one.outcome() instanceof Outcome.Refused refused && refused.reason().equals(NO_CONSENT)) {
			ledger.denied(appId, one.sending().openId(), notice.templateId());
		}
		else if (one.outcome() instanceof Outcome.Refused || one.outcome() instanceof Outcome.NotSent) {
			// It was spent before the claim was committed.
			ledger.giveBack(appId, one.sending().openId(), notice.templateId(),
					one.claimedAt().minus(COMMITTED_WITHIN));
		}
	}

	/** Takes back claims of which it is not known whether they were committed. */
	void release(List<Selection.Sending> calls, String mark) {
		for (Selection.Sending call : calls) {
			this.transaction.executeWithoutResult((status) -> {
				if (this.mapper.release(call.ids(), mark) > 0) {
					settleConsent(new Ended(call, now().minus(SINCE_THE_CLAIM), new Outcome.NotSent(mark, null)));
				}
			});
		}
	}

	private static String word(Outcome outcome) {
		if (outcome instanceof Outcome.Sent) {
			return SendState.SENT.name();
		}
		if (outcome instanceof Outcome.Refused) {
			return SendState.REFUSED.name();
		}
		return (outcome instanceof Outcome.Unknown) ? SendState.UNKNOWN.name() : SendState.NEW.name();
	}

	private void count(String state, int messages) {
		this.meters.counter("send.state", "state", state).increment(messages);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	static Duration pause(int attempts) {
		Duration pause = Duration.ofSeconds(2L << Math.min(attempts, 10));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	/** A call that was made, when it was claimed at the latest, and what came of it. */
	record Ended(Selection.Sending sending, Instant claimedAt, Outcome outcome) {
	}

	/** What the book is kept with. */
	record Parts(CallQuotas quotas, ObjectProvider<Consents> consents, TransactionTemplate transaction) {
	}

}
