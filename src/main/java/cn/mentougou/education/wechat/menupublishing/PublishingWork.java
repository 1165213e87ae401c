package cn.mentougou.education.wechat.menupublishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.menupublishing.Publication.State;

/**
 * What the job does every few seconds: gives up publications whose sender died, asks the
 * platform about the undecided ones, and carries out the plans that are due. Any number
 * of instances may do it at once: each piece of work is claimed first.
 */
class PublishingWork {

	/** Longer than any one call can take. */
	private static final Duration SILENCE = Duration.ofMinutes(1);

	/** A platform that took a call may still be at work on it. */
	private static final Duration ASKABLE = Duration.ofSeconds(15);

	/** Whoever claimed a plan has that long before another may. */
	private static final Duration LEASE = Duration.ofMinutes(2);

	private static final Actor ACTOR = Actor.system("job:menu-publishing");

	private static final Logger logger = LoggerFactory.getLogger(PublishingWork.class);

	private final PublicationMapper publications;

	private final PlanMapper plans;

	private final Publishing publishing;

	private final Publications desk;

	private final MenuVersions versions;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PublishingWork(PublicationMapper publications, PlanMapper plans, Publishing publishing, Publications desk,
			MenuVersions versions, PlatformTransactionManager transactions, Clock clock) {
		this.publications = publications;
		this.plans = plans;
		this.publishing = publishing;
		this.desk = desk;
		this.versions = versions;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	void run() {
		Instant now = now();
		this.publications.listSilent(State.SENDING, now.minus(SILENCE))
			.forEach((one) -> apart(one.id(), () -> this.publishing.giveUp(one)));
		this.publications.listSilent(State.UNKNOWN, now.minus(ASKABLE))
			.forEach((one) -> apart(one.id(),
					() -> this.publishing.ask(ACTOR, one, this.versions.find(one.versionId()))));
		this.plans.listDue(now).forEach((plan) -> apart(plan.id(), () -> carryOut(plan)));
	}

	private void carryOut(MenuPlan plan) {
		MenuVersion version = this.versions.find(plan.versionId());
		try {
			Optional<Publication> begun = this.transaction.execute((status) -> {
				Instant now = now();
				return (this.plans.claim(plan.id(), now, now.plus(LEASE)) == 0) ? Optional.empty()
						: Optional.of(this.desk.begin(ACTOR, version, plan.id()));
			});
			begun.ifPresent((publication) -> this.publishing.carryOut(ACTOR, publication, version));
		}
		catch (Refusal.Invalid ex) {
			// Something that it leads to is gone; nobody but a person can say what to do.
			this.plans.end(plan.id(), MenuPlan.State.FAILED, "FAULTY", now());
		}
		catch (Refusal.Conflict ex) {
			logger.info("menu plan {} waits for another publication", plan.id());
		}
	}

	/** One that goes wrong must not keep the others. */
	private static void apart(long id, Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			logger.error("menu publication or plan {} not worked on", id, ex);
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
