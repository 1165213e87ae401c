package cn.mentougou.education.newsroom.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** The desk of the push plans. */
@Component
public class Plans {

	/** Who decides to send again sees it go or not within that time. */
	private static final Duration AGAIN_FOR = Duration.ofHours(1);

	private final PushPlanMapper mapper;

	private final PushLedgerMapper ledger;

	private final PushLedger book;

	private final ObjectProvider<PushContent> contents;

	private final WeChatAccounts accounts;

	private final Audit audit;

	private final Clock clock;

	Plans(PushPlanMapper mapper, PushLedgerMapper ledger, PushLedger book, ObjectProvider<PushContent> contents,
			WeChatAccounts accounts, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.ledger = ledger;
		this.book = book;
		this.contents = contents;
		this.accounts = accounts;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Plans a push.
	 * @throws Refusal.Invalid if it cannot go like that
	 */
	@Transactional
	public PushPlanId create(Actor actor, PlanForm form) {
		check(actor, form);
		GeneratedKey key = new GeneratedKey();
		this.mapper.insert(form, actor.id(), now(), key);
		insertItems(key.getValue(), form);
		record(actor, "push.planned", key.getValue());
		return new PushPlanId(key.getValue());
	}

	/**
	 * Changes a push that did not go.
	 * @param revision the one that the person saw
	 * @throws Refusal.Conflict if it was changed meanwhile, or goes already
	 */
	@Transactional
	public void change(Actor actor, PushPlanId id, int revision, PlanForm form) {
		check(actor, form);
		PushLedger.Plan plan = locked(id);
		if (isTried(plan)) {
			throw new Refusal.Conflict("push.under-way");
		}
		if (this.mapper.change(id.value(), revision, form) == 0) {
			throw new Refusal.Conflict((plan.revision() != revision) ? "push.changed-meanwhile" : "push.under-way");
		}
		this.mapper.deleteItems(id.value());
		insertItems(id.value(), form);
		record(actor, "push.changed", id.value());
	}

	/** Switches comments on, with the person who answers for them, or off with null. */
	@Transactional
	public void moderate(Actor actor, PushPlanId id, @Nullable PersonId moderator) {
		require(actor);
		locked(id);
		if (this.mapper.moderate(id.value(), (moderator != null) ? moderator.value() : null) == 0) {
			throw new Refusal.Conflict("push.under-way");
		}
		record(actor, "push.comments-set", id.value());
	}

	/** Calls a push off before anything went. */
	@Transactional
	public void cancel(Actor actor, PushPlanId id) {
		leave(actor, id, PlanState.CANCELLED, "push.cancelled");
	}

	/** Leaves a push out, whose time has come or passed. */
	@Transactional
	public void skip(Actor actor, PushPlanId id) {
		leave(actor, id, PlanState.SKIPPED, "push.skipped");
	}

	/**
	 * Decides to send it again, with a new key. Only after a person read why it did not
	 * go: what is undecided may have gone out all the same.
	 */
	@Transactional
	public void sendAgain(Actor actor, PushPlanId id) {
		require(actor);
		PushLedger.Plan plan = locked(id);
		boolean isOver = plan.state() == PlanState.REFUSED || plan.state() == PlanState.MISSED;
		if (!plan.isStuck() && !isOver) {
			throw new Refusal.Conflict("push.not-to-be-repeated");
		}
		Instant now = now().truncatedTo(ChronoUnit.SECONDS);
		this.mapper.again(id.value(), plan.state(), now, now.plus(AGAIN_FOR));
		record(actor, "push.sent-again", id.value());
	}

	/** A person sends it in the platform's console (人工接管): nothing goes from here. */
	@Transactional
	public void takeOver(Actor actor, PushPlanId id) {
		require(actor);
		PushLedger.Plan plan = locked(id);
		boolean isFree = plan.state().isOpen() && !isTried(plan) || plan.state() == PlanState.REFUSED
				|| plan.state() == PlanState.MISSED;
		if (!isFree) {
			throw new Refusal.Conflict("push.under-way");
		}
		this.mapper
			.move(new PushPlanMapper.Move(id.value(), plan.state(), PlanState.TAKEN_OVER, "", PushLedger.NEVER, null));
		record(actor, "push.taken-over", id.value());
	}

	/**
	 * Says which mass send or publication of the platform it was.
	 * @throws Refusal.Conflict if the number belongs to another plan
	 */
	@Transactional
	public void tie(Actor actor, PushPlanId id, long platformId) {
		require(actor);
		PushLedger.Plan plan = locked(id);
		if (plan.platformId() != null || plan.state() != PlanState.TAKEN_OVER && plan.state() != PlanState.UNKNOWN) {
			throw new Refusal.Conflict("push.not-to-be-tied");
		}
		if (!this.book.taken(plan, new PushLedger.Taken(String.valueOf(platformId), null))) {
			throw new Refusal.Conflict("push.tied-elsewhere");
		}
		record(actor, "push.tied", id.value());
	}

	/** The plan with all its calls. */
	@Transactional(readOnly = true)
	public Optional<PlanView> find(PushPlanId id) {
		return this.mapper.find(id.value())
			.map((plan) -> views(List.of(plan)).get(0))
			.map((view) -> view.with(this.ledger.steps(id.value())));
	}

	/** The plans of this time, without their calls. */
	@Transactional(readOnly = true)
	public List<PlanView> between(Instant from, Instant to) {
		return views(this.mapper.between(from, to));
	}

	/** The latest plans in which a person must do something, without their calls. */
	@Transactional(readOnly = true)
	public List<PlanView> inTrouble() {
		return views(this.mapper.inTrouble());
	}

	/** When a push of this account last went out. */
	public Optional<Instant> lastSent(String appId) {
		return this.mapper.findLastSent(appId);
	}

	private List<PlanView> views(List<PushLedger.Plan> plans) {
		if (plans.isEmpty()) {
			return List.of();
		}
		List<PushPlanMapper.Item> items = this.mapper.items(plans.stream().map(PushLedger.Plan::id).toList());
		List<NewsId> news = items.stream().map((item) -> new NewsId(item.newsId())).distinct().toList();
		PushContent content = this.contents.getIfAvailable();
		Map<NewsId, PushContent.Standing> standing = (content != null) ? content.standing(news) : Map.of();
		Map<Long, List<PushPlanMapper.Item>> byPlan = items.stream()
			.collect(Collectors.groupingBy(PushPlanMapper.Item::planId));
		return plans.stream()
			.map((plan) -> PlanView.of(plan, byPlan.getOrDefault(plan.id(), List.of()), standing))
			.toList();
	}

	private void leave(Actor actor, PushPlanId id, PlanState to, String action) {
		require(actor);
		PushLedger.Plan plan = locked(id);
		boolean isFree = plan.state().isOpen() && !isTried(plan) || plan.state() == PlanState.MISSED
				|| plan.state() == PlanState.REFUSED;
		if (!isFree) {
			throw new Refusal.Conflict("push.under-way");
		}
		this.mapper.move(new PushPlanMapper.Move(id.value(), plan.state(), to, plan.reason(), PushLedger.NEVER, now()));
		record(actor, action, id.value());
	}

	/** Whether something of it may have gone out, or a call is being made. */
	private boolean isTried(PushLedger.Plan plan) {
		return this.book.steps(plan)
			.stream()
			.anyMatch((step) -> step.state() == PlanView.StepState.CALLING
					|| step.kind() != PlanView.StepKind.DRAFT && step.state() == PlanView.StepState.UNKNOWN);
	}

	private PushLedger.Plan locked(PushPlanId id) {
		return this.mapper.lock(id.value()).orElseThrow(() -> new Refusal.NotFound("push.no-such-plan"));
	}

	private void insertItems(long id, PlanForm form) {
		for (int i = 0; i < form.items().size(); i++) {
			this.mapper.insertItem(id, i + 1, form.items().get(i).value());
		}
	}

	private void check(Actor actor, PlanForm form) {
		require(actor);
		WeChatAccount account = this.accounts.find(form.appId())
			.orElseThrow(() -> new Refusal.Invalid("push.no-such-account"));
		account.require(Capability.DRAFT);
		account.require((form.verb() == Verb.MASS) ? Capability.MASS_MESSAGE : Capability.FREE_PUBLISH);
		form.check(now());
	}

	private static void require(Actor actor) {
		if (actor.kind() != Actor.Kind.SYSTEM) {
			actor.require(Role.EDITOR);
		}
	}

	private void record(Actor actor, String action, long id) {
		this.audit.record(AuditEntry.done(actor, action, "push-plan", id));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
