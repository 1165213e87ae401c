package cn.mentougou.education.wechat.menupublishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.menu.MenuJson;
import cn.mentougou.education.wechat.menu.MenuSet;
import cn.mentougou.education.wechat.menupublishing.Publication.State;

/**
 * The calls of a publication, and what is recorded of them. The platform has no call that
 * changes a conditional menu, and shows the newest that fits: so the default menu is
 * replaced, the new conditional ones are added last to first, and then the old ones go;
 * nobody is without a menu meanwhile.
 */
class Publishing {

	private static final Logger logger = LoggerFactory.getLogger(Publishing.class);

	private static final Duration FIRST_DELAY = Duration.ofMinutes(1);

	private static final int MOST_DOUBLINGS = 4;

	private final PublicationMapper mapper;

	private final PlanMapper plans;

	private final WxMpMenus platform;

	private final Audit audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Publishing(PublicationMapper mapper, PlanMapper plans, WxMpMenus platform, Audit audit,
			PlatformTransactionManager transactions, Clock clock) {
		this.mapper = mapper;
		this.plans = plans;
		this.platform = platform;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Makes the calls of an intent that is committed. */
	Publication carryOut(Actor actor, Publication publication, MenuVersion version) {
		settle(actor, publication, called(publication, version.set()));
		return this.mapper.find(publication.id()).orElseThrow();
	}

	private End called(Publication publication, MenuSet set) {
		Answer before = this.platform.get(publication.appId());
		if (!(before instanceof Answer.Done) && !isNoMenu(before)) {
			return unchanged(before);
		}
		List<Supplier<Answer>> steps = steps(publication.appId(), set,
				(before instanceof Answer.Done done) ? MenuJson.conditionalIds(done.json()) : List.of());
		for (int step = 0; step < steps.size(); step++) {
			if (this.mapper.touch(publication.id(), step, now()) == 0) {
				return new End(State.UNKNOWN, "INTERRUPTED", "", step);
			}
			Answer answer = steps.get(step).get();
			if (!(answer instanceof Answer.Done)) {
				return failed(answer, step);
			}
		}
		return new End(State.SENT, "", "", steps.size());
	}

	private List<Supplier<Answer>> steps(String appId, MenuSet set, List<String> oldIds) {
		List<Supplier<Answer>> steps = new ArrayList<>();
		steps.add(() -> this.platform.create(appId, MenuJson.body(set.buttons())));
		List<MenuSet.Conditional> lastFirst = new ArrayList<>(set.conditional());
		Collections.reverse(lastFirst);
		for (MenuSet.Conditional conditional : lastFirst) {
			steps.add(() -> this.platform.addConditional(appId, MenuJson.body(conditional)));
		}
		for (String id : oldIds) {
			steps.add(() -> this.platform.deleteConditional(appId, id));
		}
		return steps;
	}

	/** The first call only looks. */
	private static End unchanged(Answer answer) {
		if (answer instanceof Answer.Refused refused) {
			return new End(State.REFUSED, refused.code(), refused.rid(), 0);
		}
		return new End(State.NOT_SENT, reason(answer), "", 0);
	}

	/** What was changed before the failing call stays changed. */
	private static End failed(Answer answer, int step) {
		if (answer instanceof Answer.Refused refused) {
			return new End(State.REFUSED, refused.code(), refused.rid(), step);
		}
		boolean isUnchanged = answer instanceof Answer.NotSent && step == 0;
		return new End(isUnchanged ? State.NOT_SENT : State.UNKNOWN, reason(answer), "", step);
	}

	private static String reason(Answer answer) {
		if (answer instanceof Answer.NotSent notSent) {
			return notSent.reason();
		}
		return (answer instanceof Answer.Unknown unknown) ? unknown.reason() : "";
	}

	/** The sender was silent too long and counts as dead. */
	void giveUp(Publication publication) {
		settle(Actor.system("job:menu-publishing"), publication,
				new End(State.UNKNOWN, "INTERRUPTED", "", publication.step()));
	}

	/** Looks at what the platform shows, and decides an undecided publication by it. */
	Publication ask(Actor actor, Publication publication, MenuVersion version) {
		Answer shown = this.platform.get(publication.appId());
		End end;
		if (shown instanceof Answer.Done done) {
			boolean isThere = MenuJson.read(done.json()).showsLike(version.set());
			end = new End(isThere ? State.SENT : State.NOT_TAKEN, publication.reason(), "", publication.step());
		}
		else if (isNoMenu(shown)) {
			end = new End(State.NOT_TAKEN, publication.reason(), "", publication.step());
		}
		else {
			end = new End(State.UNKNOWN, publication.reason(), publication.rid(), publication.step());
		}
		settle(actor, publication, end);
		return this.mapper.find(publication.id()).orElseThrow();
	}

	/** The menu that people see now, whoever made it. */
	Optional<MenuSet> shown(String appId) {
		Answer made = this.platform.get(appId);
		if (made instanceof Answer.Done done) {
			return Optional.of(MenuJson.read(done.json()));
		}
		Answer self = isNoMenu(made) ? this.platform.selfMenu(appId) : made;
		if (self instanceof Answer.Done done) {
			return Optional.of(MenuJson.readSelfMenu(done.json())).filter((set) -> !set.buttons().isEmpty());
		}
		throw new Refusal.Conflict("menu.not-pulled");
	}

	private void settle(Actor actor, Publication publication, End end) {
		this.transaction.executeWithoutResult((status) -> {
			Instant now = now();
			PublicationMapper.Settlement settlement = new PublicationMapper.Settlement(publication.id(),
					publication.state(), end.state(), end.reason(), end.rid(), end.step(), now);
			if (this.mapper.settle(settlement) == 0) {
				logger.warn("menu publication {} was decided elsewhere before it ended {}", publication.id(),
						end.state());
				return;
			}
			if (publication.state() != end.state()) {
				logger.info("menu publication {} {} {}", publication.id(), end.state(), end.reason());
				this.audit
					.record(AuditEntry.done(actor, "menu.publication-ended", "menu-version", publication.versionId())
						.with("account", publication.appId())
						.with("publication", publication.id())
						.with("state", end.state()));
			}
			if (publication.planId() != null) {
				follow(publication.planId(), end, now);
			}
		});
	}

	private void follow(long planId, End end, Instant now) {
		switch (end.state()) {
			case SENT -> this.plans.end(planId, MenuPlan.State.DONE, "", now);
			case REFUSED -> this.plans.end(planId, MenuPlan.State.FAILED, end.reason(), now);
			case NOT_SENT, NOT_TAKEN -> {
				int tries = this.plans.find(planId).map(MenuPlan::tries).orElse(1);
				this.plans.putOff(planId,
						now.plus(FIRST_DELAY.multipliedBy(1L << Math.min(MOST_DOUBLINGS, Math.max(0, tries - 1)))));
			}
			case SENDING, UNKNOWN -> {
				// It is tried again only when the platform was asked.
			}
		}
	}

	private static boolean isNoMenu(Answer answer) {
		return answer instanceof Answer.Refused refused && refused.code().equals(WxMpMenus.NO_MENU);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/** How the calls ended. */
	private record End(State state, String reason, String rid, int step) {
	}

}
