package cn.mentougou.education.newsroom.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.PlanView.StepKind;
import cn.mentougou.education.newsroom.push.PlanView.StepState;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;

/**
 * The book of the pushes, for those who make the calls: a plan makes one call at a time,
 * each is written down before it is made, and what it came to afterwards. Nothing in it
 * trusts a clock: a clock decides when something is tried, never whether it may be.
 */
@Component
public class PushLedger {

	/** Never of itself: a person must act, or an event come. */
	public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

	private static final Duration FURTHEST = Duration.ofMinutes(35);

	/** Whoever claimed a plan has that long before another may. */
	private static final Duration LEASE = Duration.ofMinutes(1);

	private static final Duration FIRST_RESULT = Duration.ofMinutes(2);

	/** What mass/get says of every failure; only the report says why. */
	private static final String UNEXPLAINED = "send fail";

	private static final Actor ACTOR = Actor.system("job:push");

	private static final Logger logger = LoggerFactory.getLogger(PushLedger.class);

	private final PushPlanMapper plans;

	private final PushLedgerMapper ledger;

	private final Audit audit;

	private final Clock clock;

	PushLedger(PushPlanMapper plans, PushLedgerMapper ledger, Audit audit, Clock clock) {
		this.plans = plans;
		this.ledger = ledger;
		this.audit = audit;
		this.clock = clock;
	}

	/** Claims what is due; of several instances one gets a plan. */
	@Transactional
	public List<Long> claimDue() {
		Instant now = now();
		return this.plans.due(now, now.plus(FURTHEST), NEVER.minusSeconds(1))
			.stream()
			.filter((due) -> this.plans.claim(due, now.plus(LEASE)) == 1)
			.map(PushPlanMapper.Due::id)
			.toList();
	}

	/** The plan, held against every other change until the transaction ends. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Plan lock(long id) {
		return this.plans.lock(id).orElseThrow();
	}

	/** The plan as it stands. */
	public Plan find(long id) {
		return this.plans.find(id).orElseThrow();
	}

	/** What goes, in its order. */
	public List<NewsId> items(long id) {
		return this.plans.items(List.of(id)).stream().map((item) -> new NewsId(item.newsId())).toList();
	}

	/** The calls of the plan since a person last decided to send it. */
	public List<Step> steps(Plan plan) {
		return this.ledger.steps(plan.id()).stream().filter((step) -> step.generation() == plan.generation()).toList();
	}

	/** Writes down that a call will be made now. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Step begin(Plan plan, StepKind kind, String key, String contentHash) {
		Step step = new Step(0, plan.id(), plan.generation(), kind, StepState.CALLING, key, contentHash, "", "", "",
				now(), null);
		GeneratedKey id = new GeneratedKey();
		this.ledger.insert(step, id);
		move(plan, PlanState.SENDING, "", now().plus(LEASE));
		return step.numbered(id.getValue());
	}

	/** Writes down what a call came to; false if somebody else knew it before. */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean end(Step step, End end) {
		boolean isEnded = this.ledger.end(step.id(), end, now()) == 1;
		logger.info("push plan {} {} {} {} {}", step.planId(), step.kind(), isEnded ? end.state() : "ended before",
				end.reason(), end.rid());
		return isEnded;
	}

	/** The platform has the draft. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void drafted(Plan plan, String draftId, String contentHash) {
		this.plans.drafted(plan.id(), draftId, contentHash);
	}

	/** Brings a plan into a state, from the one in which it was locked. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void move(Plan plan, PlanState to, String reason, Instant nextTry) {
		boolean isOver = to == PlanState.SENT || to == PlanState.REFUSED || to == PlanState.MISSED
				|| to == PlanState.SKIPPED;
		Instant next = nextTry.truncatedTo(ChronoUnit.MILLIS);
		int moved = this.plans
			.move(new PushPlanMapper.Move(plan.id(), plan.state(), to, reason, next, isOver ? now() : plan.endedAt()));
		if (moved == 1 && (plan.state() != to || !plan.reason().equals(reason)) && to != PlanState.SENDING) {
			logger.info("push plan {} {} {}", plan.id(), to, reason);
			this.audit.record(AuditEntry.done(ACTOR, "push.moved", "push-plan", plan.id())
				.with("state", to)
				.with("reason", reason));
		}
	}

	/**
	 * The platform took it; its report may have come before.
	 * @return false if another plan holds that number: then nothing is changed
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean taken(Plan plan, Taken taken) {
		Optional<Long> holder = this.plans.findTied(plan.appId(), plan.verb(), taken.platformId());
		if (holder.isPresent()) {
			return holder.get() == plan.id();
		}
		if (this.plans.accepted(plan.id(), taken, now(), now().plus(FIRST_RESULT)) == 1) {
			this.ledger.findResult(plan.appId(), plan.verb(), taken.platformId())
				.ifPresent((result) -> settle(plan.id(), result));
		}
		return true;
	}

	/** Keeps what the platform reports, and settles the plan that it belongs to. */
	@Transactional
	public void report(Report report) {
		PushLedgerMapper.Result result = report.result();
		this.ledger.insertResult(result);
		for (int i = 0; i < report.urls().size(); i++) {
			this.ledger.insertUrl(result, i + 1, report.urls().get(i));
		}
		this.plans.findTied(report.appId(), report.verb(), report.platformId())
			.ifPresent((id) -> this.ledger.findResult(report.appId(), report.verb(), report.platformId())
				.ifPresent((first) -> settle(id, first)));
	}

	/** Settles a plan whose report stands in the book already. */
	@Transactional
	public boolean settled(Plan plan) {
		Optional<PushLedgerMapper.Result> result = this.ledger.findResult(plan.appId(), plan.verb(),
				Objects.requireNonNullElse(plan.platformId(), ""));
		result.ifPresent((found) -> settle(plan.id(), found));
		return result.isPresent();
	}

	private void settle(long id, PushLedgerMapper.Result result) {
		Plan plan = lock(id);
		boolean isUnexplained = plan.state() == PlanState.REFUSED && plan.reason().equals(UNEXPLAINED);
		boolean isAwaited = plan.state() == PlanState.SENDING || plan.state() == PlanState.CONFIRMING
				|| plan.state() == PlanState.UNKNOWN || isUnexplained;
		// It may have been asked before its report came: then only the counts are new.
		if (!isAwaited && plan.state() != PlanState.SENT) {
			return;
		}
		this.plans.count(id, result);
		setUrls(id, this.ledger.urls(result.appId(), result.verb(), result.platformId()));
		if (isAwaited) {
			move(plan, result.isGood() ? PlanState.SENT : PlanState.REFUSED, result.isGood() ? "" : result.status(),
					NEVER);
		}
	}

	/** The platform was asked and showed it as published. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void published(Plan plan, String articleId, List<String> urls) {
		if (!articleId.isEmpty()) {
			this.plans.setArticle(plan.id(), articleId);
		}
		setUrls(plan.id(), urls);
		move(plan, PlanState.SENT, "", NEVER);
	}

	private void setUrls(long id, List<String> urls) {
		for (int i = 0; i < urls.size(); i++) {
			this.plans.setUrl(id, i + 1, urls.get(i));
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/** A plan as it stands in the book; the meaning of the parts is the table's. */
	public record Plan(long id, String appId, Instant slotAt, Verb verb, @Nullable Long tagId, LatePolicy.Kind late,
			@Nullable Instant lateUntil, @Nullable String series, @Nullable Long moderatorId, PlanState state,
			String reason, int revision, int generation, @Nullable String contentHash, @Nullable String draftId,
			@Nullable String platformId, @Nullable String msgDataId, @Nullable String articleId,
			@Nullable Long totalCount, @Nullable Long filteredCount, @Nullable Long sentCount,
			@Nullable Long failedCount, int tries, Instant nextTryAt, @Nullable Instant acceptedAt,
			@Nullable Instant endedAt) {

		/** To whom it goes. */
		public Target target() {
			return new Target(this.tagId);
		}

		/** Whether all was asked that could be, and a person must find out. */
		boolean isStuck() {
			return this.state == PlanState.UNKNOWN && !this.nextTryAt.isBefore(NEVER);
		}

	}

	/** One call of a plan; the meaning of the parts is the table's. */
	public record Step(long id, long planId, int generation, StepKind kind, StepState state, String clientKey,
			String contentHash, String reason, String rid, String made, Instant begunAt, @Nullable Instant endedAt) {

		Step numbered(long number) {
			return new Step(number, this.planId, this.generation, this.kind, this.state, this.clientKey,
					this.contentHash, this.reason, this.rid, this.made, this.begunAt, this.endedAt);
		}

	}

	/**
	 * What a call came to.
	 *
	 * @param state how it ended
	 * @param reason why, as a code, or empty
	 * @param rid the platform's number of the call, or empty
	 * @param made the platform's number of what it made, or empty
	 */
	public record End(StepState state, String reason, String rid, String made) {
	}

	/** The platform's numbers of what it took: msg_id or publish_id, and msg_data_id. */
	public record Taken(String platformId, @Nullable String dataId) {
	}

	/**
	 * What the platform reported of a mass send or a publication.
	 *
	 * @param appId the account
	 * @param verb which of the two
	 * @param platformId its number
	 * @param status the platform's words, or {@code publish n}
	 * @param counts what was counted
	 * @param articleId the published article, or null
	 * @param urls addresses of the articles, in their order
	 * @param at when it was reported
	 */
	public record Report(String appId, Verb verb, String platformId, String status, PlanView.Counts counts,
			@Nullable String articleId, List<String> urls, Instant at) {

		PushLedgerMapper.Result result() {
			return new PushLedgerMapper.Result(this.appId, this.verb, this.platformId, this.status, this.counts.total(),
					this.counts.filtered(), this.counts.sent(), this.counts.failed(), this.articleId, this.at);
		}

	}

}
