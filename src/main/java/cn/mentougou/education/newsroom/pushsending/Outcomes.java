package cn.mentougou.education.newsroom.pushsending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PlanView.StepKind;
import cn.mentougou.education.newsroom.push.PlanView.StepState;
import cn.mentougou.education.newsroom.push.PushLedger;
import cn.mentougou.education.newsroom.push.PushLedger.End;
import cn.mentougou.education.newsroom.push.PushLedger.Plan;
import cn.mentougou.education.newsroom.push.PushLedger.Step;
import cn.mentougou.education.newsroom.push.PushLedger.Taken;
import cn.mentougou.education.newsroom.push.PushReason;
import cn.mentougou.education.newsroom.push.Verb;

/** Writes down what the calls came to, and what that means for the plan. */
class Outcomes {

	private static final String KEY_TOO_FAST = "45066";

	private static final String PUBLISH_TOO_FAST = "53501";

	private static final Duration FIRST_AGAIN = Duration.ofSeconds(5);

	private static final int MOST_DOUBLINGS = 4;

	private static final Duration FIND_AGAIN = Duration.ofMinutes(5);

	private final PushLedger book;

	private final Clock clock;

	Outcomes(PushLedger book, Clock clock) {
		this.book = book;
		this.clock = clock;
	}

	/** A call came back. Returns whether to go on with the plan at once. */
	boolean called(long id, Step step, Answer answer) {
		Plan plan = this.book.lock(id);
		return (step.kind() == StepKind.DRAFT) ? drafted(plan, step, answer) : sent(plan, step, answer);
	}

	/** The platform was asked for a draft whose answer was lost. */
	boolean foundDraft(long id, Step step, Look look) {
		Plan plan = this.book.lock(id);
		if (look instanceof Look.Found found) {
			return drafted(plan, step, new Answer.Taken(found.id(), null));
		}
		if (look instanceof Look.Absent) {
			this.book.end(step, new End(StepState.NOT_SENT, PushReason.NOT_TAKEN, "", ""));
			return true;
		}
		later(plan, ((Look.Silent) look).reason(), null);
		return false;
	}

	/** The platform was asked for the publication of a draft that is gone. */
	void foundPublished(long id, Look look) {
		Plan plan = this.book.lock(id);
		if (plan.state() != PlanState.UNKNOWN || plan.platformId() != null) {
			return;
		}
		if (look instanceof Look.Found found) {
			this.book.published(plan, found.id(), found.urls());
			return;
		}
		List<Step> sends = Deciding.sends(this.book.steps(plan));
		Instant begun = sends.get(sends.size() - 1).begunAt();
		boolean isLongAgo = Duration.between(begun, this.clock.instant()).compareTo(Deciding.SURELY_OVER) > 0;
		boolean isHopeless = look instanceof Look.Absent && (plan.verb() == Verb.MASS || isLongAgo);
		this.book.move(plan, PlanState.UNKNOWN, isHopeless ? PushReason.NOT_FOUND : plan.reason(),
				isHopeless ? PushLedger.NEVER : this.clock.instant().plus(FIND_AGAIN));
	}

	/** Something must be there first, and it is not. */
	void notYet(long id, PushMaterial.NotYet why) {
		later(this.book.lock(id), why.reason(), why.notBefore());
	}

	private boolean drafted(Plan plan, Step step, Answer answer) {
		if (answer instanceof Answer.Taken taken) {
			if (this.book.end(step, new End(StepState.SENT, "", "", taken.id()))) {
				this.book.drafted(plan, taken.id(), step.contentHash());
			}
			return true;
		}
		if (answer instanceof Answer.Refused refused) {
			if (this.book.end(step, new End(StepState.REFUSED, refused.code(), refused.rid(), ""))) {
				this.book.move(plan, PlanState.REFUSED, refused.code(), PushLedger.NEVER);
			}
			return false;
		}
		if (answer instanceof Answer.NotSent notSent) {
			this.book.end(step, new End(StepState.NOT_SENT, notSent.reason(), notSent.rid(), ""));
			later(plan, notSent.reason(), notSent.notBefore());
			return false;
		}
		Answer.Unknown unknown = (answer instanceof Answer.Unknown lost) ? lost : new Answer.Unknown("ANSWER", "");
		this.book.end(step, new End(StepState.UNKNOWN, unknown.reason(), unknown.rid(), ""));
		later(plan, unknown.reason(), null);
		return false;
	}

	private boolean sent(Plan plan, Step step, Answer answer) {
		List<Step> others = Deciding.sends(this.book.steps(plan))
			.stream()
			.filter((other) -> other.id() != step.id())
			.toList();
		boolean isDoubtful = Deciding.isDoubtful(others);
		if (answer instanceof Answer.Taken taken) {
			taken(plan, step, new Taken(taken.id(), taken.dataId()), "");
		}
		else if (answer instanceof Answer.Known known) {
			known(plan, step, known, others);
		}
		else if (answer instanceof Answer.Refused refused) {
			refused(plan, step, refused, isDoubtful);
		}
		else if (answer instanceof Answer.NotSent notSent) {
			this.book.end(step, new End(StepState.NOT_SENT, notSent.reason(), notSent.rid(), ""));
			if (isDoubtful) {
				doubt(plan, notSent.reason());
			}
			else {
				later(plan, notSent.reason(), notSent.notBefore());
			}
		}
		else if (answer instanceof Answer.Unknown unknown) {
			this.book.end(step, new End(StepState.UNKNOWN, unknown.reason(), unknown.rid(), ""));
			doubt(plan, unknown.reason());
		}
		return false;
	}

	private void taken(Plan plan, Step step, Taken taken, String reason) {
		this.book.end(step, new End(StepState.SENT, reason, "", taken.platformId()));
		if (!this.book.taken(plan, taken)) {
			this.book.move(plan, PlanState.UNKNOWN, PushReason.KEY_EXISTS, PushLedger.NEVER);
		}
	}

	/**
	 * 45065 is ours only if the book has an earlier call with that very key. The platform
	 * also says it of equal content (reported by users), and after a restored backup.
	 */
	private void known(Plan plan, Step step, Answer.Known known, List<Step> others) {
		boolean isOurs = others.stream()
			.anyMatch((other) -> other.clientKey().equals(step.clientKey())
					&& (other.state() == StepState.UNKNOWN || other.state() == StepState.NOT_SENT));
		if (isOurs) {
			taken(plan, step, new Taken(known.id(), null), PushReason.KEY_EXISTS);
			return;
		}
		this.book.end(step, new End(StepState.UNKNOWN, PushReason.KEY_EXISTS, "", known.id()));
		this.book.move(plan, PlanState.UNKNOWN, PushReason.KEY_EXISTS, PushLedger.NEVER);
	}

	private void refused(Plan plan, Step step, Answer.Refused refused, boolean isDoubtful) {
		if (refused.code().equals(KEY_TOO_FAST)) {
			// Somebody used the key within the minute: nobody knows with what success.
			this.book.end(step, new End(StepState.UNKNOWN, KEY_TOO_FAST, refused.rid(), ""));
			doubt(plan, KEY_TOO_FAST);
			return;
		}
		if (refused.code().equals(PushReason.KEY_EXISTS)) {
			// Without a number nobody can tell of which mass send.
			this.book.end(step, new End(StepState.UNKNOWN, PushReason.KEY_EXISTS, refused.rid(), ""));
			this.book.move(plan, PlanState.UNKNOWN, PushReason.KEY_EXISTS, PushLedger.NEVER);
			return;
		}
		boolean isTooFast = refused.code().equals(PUBLISH_TOO_FAST);
		this.book.end(step,
				new End(isTooFast ? StepState.NOT_SENT : StepState.REFUSED, refused.code(), refused.rid(), ""));
		if (isDoubtful) {
			// The quota may be spent and the draft used by the very call in doubt.
			doubt(plan, refused.code());
		}
		else if (isTooFast) {
			later(plan, refused.code(), null);
		}
		else {
			this.book.move(plan, PlanState.REFUSED, refused.code(), PushLedger.NEVER);
		}
	}

	private void doubt(Plan plan, String reason) {
		if (plan.platformId() == null) {
			this.book.move(plan, PlanState.UNKNOWN, reason, this.clock.instant().plus(Deciding.KEY_AGAIN));
		}
	}

	/** Nothing went: again a little later, and later each time. */
	private void later(Plan plan, String reason, @Nullable Instant notBefore) {
		Instant now = this.clock.instant();
		Instant next = now.plus(FIRST_AGAIN.multipliedBy(1L << Math.min(MOST_DOUBLINGS, plan.tries())));
		Instant asked = Objects.requireNonNullElse(notBefore, next);
		this.book.move(plan, PlanState.BLOCKED, reason,
				asked.isAfter(now.plus(FIND_AGAIN)) ? now.plus(FIND_AGAIN) : asked.isAfter(next) ? asked : next);
	}

}
