package cn.mentougou.education.newsroom.pushsending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PushLedger;
import cn.mentougou.education.newsroom.push.PushLedger.Plan;
import cn.mentougou.education.newsroom.push.PushReason;
import cn.mentougou.education.newsroom.push.Verb;

/**
 * Asks, sparingly, for the result of what the platform took: its report may be lost, and
 * {@code freepublish/get} may be called a hundred times a day.
 */
class ResultAsking {

	private static final Duration LONGEST = Duration.ofHours(24);

	private static final Duration FIRST = Duration.ofMinutes(3);

	private static final int MOST_DOUBLINGS = 3;

	private final PushLedger book;

	private final WxMpPublishing platform;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ResultAsking(PushLedger book, WxMpPublishing platform, PlatformTransactionManager transactions, Clock clock) {
		this.book = book;
		this.platform = platform;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Asks for one plan that the platform took. */
	void ask(Plan plan) {
		String id = plan.platformId();
		if (id == null || this.book.settled(plan)) {
			return;
		}
		Look look = (plan.verb() == Verb.MASS) ? this.platform.massStatus(plan.appId(), id)
				: this.platform.publishStatus(plan.appId(), id);
		this.transaction.executeWithoutResult((status) -> answered(plan.id(), look));
	}

	private void answered(long id, Look look) {
		Plan plan = this.book.lock(id);
		boolean isAwaited = plan.state() == PlanState.SENDING || plan.state() == PlanState.CONFIRMING
				|| plan.state() == PlanState.UNKNOWN;
		if (!isAwaited || plan.platformId() == null) {
			return;
		}
		String status = (look instanceof Look.Found found) ? found.id() : "";
		if (plan.verb() == Verb.MASS) {
			mass(plan, status);
		}
		else {
			published(plan, status, look);
		}
	}

	private void mass(Plan plan, String status) {
		switch (status) {
			// What was deleted afterwards had gone out.
			case "SEND_SUCCESS", "DELETE" -> this.book.move(plan, PlanState.SENT, "", PushLedger.NEVER);
			case "SEND_FAIL" -> this.book.move(plan, PlanState.REFUSED, "send fail", PushLedger.NEVER);
			case "" -> later(plan, plan.state(), plan.reason());
			default -> later(plan, PlanState.CONFIRMING, PushReason.CONFIRM);
		}
	}

	private void published(Plan plan, String status, Look look) {
		switch (status) {
			case "0" -> this.book.published(plan, "", ((Look.Found) look).urls());
			case "2", "3", "4", "5", "6" ->
				this.book.move(plan, PlanState.REFUSED, "publish " + status, PushLedger.NEVER);
			default -> later(plan, plan.state(), plan.reason());
		}
	}

	private void later(Plan plan, PlanState state, String reason) {
		Instant now = this.clock.instant();
		Instant since = Objects.requireNonNullElse(plan.acceptedAt(), now);
		if (Duration.between(since, now).compareTo(LONGEST) > 0) {
			this.book.move(plan, PlanState.UNKNOWN, PushReason.NO_RESULT, PushLedger.NEVER);
			return;
		}
		this.book.move(plan, state, reason, now.plus(FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, plan.tries()))));
	}

}
