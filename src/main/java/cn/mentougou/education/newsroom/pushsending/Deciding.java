package cn.mentougou.education.newsroom.pushsending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.LatePolicy;
import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PlanView.StepKind;
import cn.mentougou.education.newsroom.push.PlanView.StepState;
import cn.mentougou.education.newsroom.push.PushContent;
import cn.mentougou.education.newsroom.push.PushLedger;
import cn.mentougou.education.newsroom.push.PushLedger.End;
import cn.mentougou.education.newsroom.push.PushLedger.Plan;
import cn.mentougou.education.newsroom.push.PushLedger.Step;
import cn.mentougou.education.newsroom.push.PushReason;
import cn.mentougou.education.newsroom.push.Slots;
import cn.mentougou.education.newsroom.push.Standstill;
import cn.mentougou.education.newsroom.push.Verb;

/**
 * Decides, under the lock of a plan and in one transaction with the intent, what is done
 * next with it.
 */
class Deciding {

	/** Longer than any one call can take. */
	static final Duration SILENCE = Duration.ofMinutes(1);

	/** The platform takes a clientmsgid again after a minute (45066). */
	static final Duration KEY_AGAIN = Duration.ofSeconds(65);

	/** It knows one for 24 hours; two are left for clocks that differ. */
	static final Duration KEY_KNOWN = Duration.ofHours(22);

	/** A protected mass send waits 30 minutes for the administrator. */
	static final Duration SURELY_OVER = Duration.ofMinutes(35);

	private static final Duration BLOCKED_AGAIN = Duration.ofSeconds(15);

	private static final Duration DRAFT_LISTED = Duration.ofSeconds(15);

	private static final Duration SUBMIT_AGAIN = Duration.ofMinutes(2);

	private static final Duration ASK_AGAIN = Duration.ofMinutes(5);

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private static final Next NOTHING = new Next.Nothing();

	private final PushLedger book;

	private final PushContent content;

	private final Slots slots;

	private final Standstill standstill;

	private final Duration grace;

	private final Clock clock;

	Deciding(PushLedger book, PushContent content, Slots slots, Standstill standstill, Duration grace, Clock clock) {
		this.book = book;
		this.content = content;
		this.slots = slots;
		this.standstill = standstill;
		this.grace = grace;
		this.clock = clock;
	}

	/** What is next; an intent that it needs is written. */
	Next next(long id) {
		Plan plan = this.book.lock(id);
		if (plan.platformId() != null || !isAtWork(plan)) {
			return NOTHING;
		}
		List<Step> steps = this.book.steps(plan);
		Optional<Step> open = steps.stream().filter((step) -> step.state() == StepState.CALLING).findFirst();
		if (open.isPresent()) {
			if (!isSilent(open.get())) {
				this.book.move(plan, plan.state(), plan.reason(), this.clock.instant().plus(SILENCE));
				return NOTHING;
			}
			this.book.end(open.get(), new End(StepState.UNKNOWN, PushReason.INTERRUPTED, "", ""));
			steps = this.book.steps(plan);
		}
		List<Step> sends = sends(steps);
		return isDoubtful(sends) ? undecided(plan, sends) : fresh(plan, steps);
	}

	/** The articles are made: the draft's intent, if they still are what is approved. */
	Next drafting(long id, String contentHash) {
		Plan plan = this.book.lock(id);
		boolean isFree = isAtWork(plan) && plan.platformId() == null
				&& this.book.steps(plan)
					.stream()
					.allMatch((step) -> step.state() == StepState.NOT_SENT || step.kind() == StepKind.DRAFT
							&& (step.state() != StepState.CALLING && !step.contentHash().equals(contentHash)));
		if (!isFree || !hash(this.book.items(id)).equals(Optional.of(contentHash)) || this.standstill.isOn()) {
			return NOTHING;
		}
		return new Next.Call(plan,
				this.book.begin(plan, StepKind.DRAFT, SendKeys.marker(plan, contentHash), contentHash), "");
	}

	private Next fresh(Plan plan, List<Step> steps) {
		if (isLate(plan)) {
			String why = plan.reason().isEmpty() ? PushReason.LATE : plan.reason();
			this.book.move(plan, (plan.late() == LatePolicy.Kind.SKIP) ? PlanState.SKIPPED : PlanState.MISSED, why,
					PushLedger.NEVER);
			return NOTHING;
		}
		if (this.standstill.isOn()) {
			return blocked(plan, PushReason.PAUSED);
		}
		List<NewsId> items = this.book.items(plan.id());
		Optional<String> hash = hash(items);
		if (hash.isEmpty()) {
			return blocked(plan, PushReason.NOT_APPROVED);
		}
		if (!this.slots.isFree(plan, LocalDate.ofInstant(this.clock.instant(), BEIJING))) {
			return blocked(plan, PushReason.SLOT_SPENT);
		}
		Optional<Step> draft = last(steps,
				(step) -> step.kind() == StepKind.DRAFT && step.contentHash().equals(hash.get()));
		if (draft.isEmpty() || draft.get().state() == StepState.NOT_SENT) {
			return new Next.Prepare(plan, items, hash.get());
		}
		if (draft.get().state() == StepState.UNKNOWN) {
			return findDraft(plan, draft.get(), items);
		}
		// What goes may be what was approved first, after another version was.
		this.book.drafted(plan, draft.get().made(), hash.get());
		Step send = this.book.begin(plan, sendKind(plan), SendKeys.clientMsgId(plan, hash.get()), hash.get());
		return new Next.Call(plan, send, draft.get().made());
	}

	private Next again(Plan plan, Step send) {
		return new Next.Call(plan, this.book.begin(plan, sendKind(plan), send.clientKey(), send.contentHash()),
				Objects.requireNonNullElse(plan.draftId(), ""));
	}

	private static StepKind sendKind(Plan plan) {
		return (plan.verb() == Verb.MASS) ? StepKind.SEND : StepKind.SUBMIT;
	}

	private Next findDraft(Plan plan, Step draft, List<NewsId> items) {
		Instant listed = draft.begunAt().plus(DRAFT_LISTED);
		Instant now = this.clock.instant();
		if (now.isBefore(listed) && plan.state() != PlanState.BLOCKED) {
			this.book.move(plan, PlanState.BLOCKED, draft.reason(), listed);
			return NOTHING;
		}
		return new Next.FindDraft(plan, draft, items);
	}

	private Next blocked(Plan plan, String reason) {
		this.book.move(plan, PlanState.BLOCKED, reason, this.clock.instant().plus(BLOCKED_AGAIN));
		return NOTHING;
	}

	/** Something may have gone out. It waits first, then the platform is asked. */
	private Next undecided(Plan plan, List<Step> sends) {
		Step last = sends.get(sends.size() - 1);
		if (plan.state() != PlanState.UNKNOWN) {
			Duration wait = Duration.between(this.clock.instant(), last.begunAt().plus(KEY_AGAIN));
			boolean isShort = wait.compareTo(Duration.ofSeconds(5)) < 0;
			Duration bounded = isShort ? Duration.ofSeconds(5) : (wait.compareTo(KEY_AGAIN) > 0) ? KEY_AGAIN : wait;
			this.book.move(plan, PlanState.UNKNOWN, last.reason(), this.clock.instant().plus(bounded));
			return NOTHING;
		}
		return (isNameable(plan, sends) && isWanted(plan, last)) ? again(plan, last) : new Next.AskDraft(plan);
	}

	/** The platform was asked for the draft of a doubtful send. */
	Next asked(long id, Look look) {
		Plan plan = this.book.lock(id);
		List<Step> sends = sends(this.book.steps(plan));
		if (plan.state() != PlanState.UNKNOWN || plan.platformId() != null || sends.isEmpty()) {
			return NOTHING;
		}
		Step last = sends.get(sends.size() - 1);
		if (look instanceof Look.Found) {
			return notUsed(plan, sends);
		}
		if (look instanceof Look.Absent) {
			// With the draft gone the same key cannot send anew: it only names the mass
			// send.
			return isNameable(plan, sends) ? again(plan, last) : new Next.FindPublished(plan);
		}
		this.book.move(plan, PlanState.UNKNOWN, plan.reason(), this.clock.instant().plus(ASK_AGAIN));
		return NOTHING;
	}

	private Next notUsed(Plan plan, List<Step> sends) {
		Step last = sends.get(sends.size() - 1);
		Duration since = Duration.between(last.begunAt(), this.clock.instant()).abs();
		if (plan.verb() == Verb.PUBLISH && last.state() != StepState.REFUSED && since.compareTo(SUBMIT_AGAIN) >= 0
				&& isWanted(plan, last)) {
			// A draft is published once: a second call would find it used.
			return again(plan, last);
		}
		if (since.compareTo(SURELY_OVER) < 0) {
			this.book.move(plan, PlanState.UNKNOWN, plan.reason(), this.clock.instant().plus(ASK_AGAIN));
			return NOTHING;
		}
		boolean isRefused = last.state() == StepState.REFUSED;
		this.book.move(plan, isRefused ? PlanState.REFUSED : PlanState.MISSED,
				isRefused ? last.reason() : PushReason.NOT_TAKEN, PushLedger.NEVER);
		return NOTHING;
	}

	private boolean isAtWork(Plan plan) {
		return switch (plan.state()) {
			case PLANNED, BLOCKED, SENDING, UNKNOWN -> true;
			default -> false;
		};
	}

	/** A step that lies in the future was begun before the clock was set back. */
	private boolean isSilent(Step step) {
		Duration since = Duration.between(step.begunAt(), this.clock.instant());
		return since.compareTo(SILENCE) >= 0 || since.compareTo(SILENCE.negated()) < 0;
	}

	/** Whether the platform tells by the key which mass send it was. */
	private boolean isNameable(Plan plan, List<Step> sends) {
		boolean isRefused = sends.get(sends.size() - 1).state() == StepState.REFUSED;
		return plan.verb() == Verb.MASS && !isRefused
				&& Duration.between(sends.get(0).begunAt(), this.clock.instant()).compareTo(KEY_KNOWN) < 0;
	}

	/** Whether the very same is still to go. */
	private boolean isWanted(Plan plan, Step send) {
		return !isLate(plan) && !this.standstill.isOn()
				&& hash(this.book.items(plan.id())).equals(Optional.of(send.contentHash()));
	}

	private boolean isLate(Plan plan) {
		Instant until = Objects.requireNonNullElse(plan.lateUntil(), plan.slotAt().plus(this.grace));
		return this.clock.instant().isAfter(until);
	}

	private Optional<String> hash(List<NewsId> items) {
		Map<NewsId, PushContent.Standing> standing = this.content.standing(items);
		return SendKeys.contentHash(items, standing);
	}

	static List<Step> sends(List<Step> steps) {
		return steps.stream().filter((step) -> step.kind() == StepKind.SEND || step.kind() == StepKind.SUBMIT).toList();
	}

	static boolean isDoubtful(List<Step> sends) {
		return sends.stream().anyMatch((step) -> step.state() == StepState.UNKNOWN);
	}

	private static Optional<Step> last(List<Step> steps, Predicate<Step> isIt) {
		return steps.stream().filter(isIt).reduce((one, later) -> later);
	}

}
