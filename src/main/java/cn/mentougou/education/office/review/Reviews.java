package cn.mentougou.education.office.review;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.attachment.Attachment;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.review.Decision.Act;
import cn.mentougou.education.office.review.ReviewHistory.Line;
import cn.mentougou.education.office.review.ReviewMapper.Row;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * The desk of the reviews. Submitting, reviewing and approving take three different
 * people, none of whom wrote any of it, nor acts for somebody who did; one item at a
 * time. Every act locks the row of the review before it looks at the content, so of two
 * that happen at once the second sees what the first one did; the same act by the same
 * person once more changes nothing.
 */
@Component
public class Reviews {

	/** Who hands in. */
	static final Set<Role> SUBMITTERS = Set.of(Role.SUBMITTER, Role.EDITOR, Role.DISCLOSURE_CLERK);

	/** Who may look at a review. */
	public static final Set<Role> READERS = Set.of(Role.SUBMITTER, Role.EDITOR, Role.DISCLOSURE_CLERK, Role.REVIEWER,
			Role.LEADER);

	private static final int LONGEST_REASON = 500;

	private static final Duration ONE_URGING = Duration.ofHours(1);

	private final ReviewMapper mapper;

	private final ReviewHistory history;

	private final ReviewClock clock;

	private final ObjectProvider<Reviewable> kinds;

	private final Attachments attachments;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	Reviews(ReviewMapper mapper, ReviewHistory history, ReviewClock clock, ObjectProvider<Reviewable> kinds,
			Attachments attachments, Audit audit, ApplicationEventPublisher events) {
		this.mapper = mapper;
		this.history = history;
		this.clock = clock;
		this.kinds = kinds;
		this.attachments = attachments;
		this.audit = audit;
		this.events = events;
	}

	/** How far something is. */
	public ReviewState state(String kind, String id) {
		return this.mapper.of(kind, id).map(Row::state).orElse(ReviewState.DRAFT);
	}

	/**
	 * Hands in the content as it stands now. What is under review or approved already, in
	 * exactly this form, stays so.
	 */
	@Transactional
	public void submit(Actor actor, String kind, String id) {
		actor.require(SUBMITTERS.toArray(Role[]::new));
		this.mapper.open(kind, id, this.clock.now());
		Row row = lock(kind, id);
		ReviewSubject subject = subject(kind, id);
		Grant grant = ReviewSubject.grant(actor, SUBMITTERS, new UnitId(subject.unitId()), Set.of());
		if (ReviewState.BOUND.contains(row.state())) {
			if (row.contentHash().equals(subject.contentHash())) {
				return;
			}
			row = voidNow(row);
		}
		if (this.mapper.submit(row, subject, actor.id(), this.clock.now()) != 1) {
			throw new Refusal.Conflict("review.decided-meanwhile", row.state().title());
		}
		this.mapper.deleteParticipants(row.id());
		for (Long author : subject.authors()) {
			this.mapper.insertParticipant(row.id(), author);
		}
		this.history.takesPart(row, actor, grant);
		this.history.add(row, Line.of(Act.SUBMITTED, actor, grant));
	}

	/**
	 * Finds nothing against the publication.
	 * @throws Refusal.Conflict if the content is no longer what the reviewer saw, or a
	 * report on hidden data waits for answers
	 */
	@Transactional
	public void passSecrecy(Actor actor, String kind, String id, SecrecyForm form) {
		form.check();
		if (!form.isClear()) {
			throw new Refusal.Invalid("review.form-refuses");
		}
		Wanted wanted = new Wanted(actor, kind, id, form.contentHash());
		Row row = lock(kind, id);
		if (!isRepeated(row, wanted, Act.SECRECY_PASSED)) {
			Grant grant = decide(row, wanted, ReviewState.SUBMITTED);
			checkFiles(kind, id);
			this.history.takesPart(row, actor, grant);
			this.history.move(row, ReviewState.SECRECY_PASSED, Line.of(Act.SECRECY_PASSED, actor, grant).with(form));
		}
	}

	/**
	 * Finds something against the publication, on the legal bases that the form names,
	 * and gives it back to its section.
	 */
	@Transactional
	public void refuseSecrecy(Actor actor, String kind, String id, SecrecyForm form) {
		form.check();
		if (form.isClear()) {
			throw new Refusal.Invalid("review.nothing-against");
		}
		Wanted wanted = new Wanted(actor, kind, id, form.contentHash());
		Row row = lock(kind, id);
		if (!isRepeated(row, wanted, Act.SECRECY_REFUSED)) {
			Grant grant = decide(row, wanted, ReviewState.SUBMITTED);
			this.history.move(row, ReviewState.RETURNED, Line.of(Act.SECRECY_REFUSED, actor, grant).with(form));
			this.events.publishEvent(new ReviewGivenBack(kind, id));
		}
	}

	/**
	 * Approves exactly the content that the leader saw.
	 * @throws Refusal.Conflict if it is another one now, or somebody else decided
	 */
	@Transactional
	public void approve(Actor actor, String kind, String id, String contentHash) {
		Wanted wanted = new Wanted(actor, kind, id, contentHash);
		Row row = lock(kind, id);
		if (!isRepeated(row, wanted, Act.APPROVED)) {
			Grant grant = decide(row, wanted, ReviewState.SECRECY_PASSED);
			this.history.move(row, ReviewState.APPROVED, Line.of(Act.APPROVED, actor, grant));
			this.events.publishEvent(new ReviewApproved(kind, id, contentHash));
		}
	}

	/**
	 * Gives it back to its section: the reviewer instead of the review, the leader
	 * instead of the approval or after it, which takes the approval back.
	 */
	@Transactional
	public void giveBack(Actor actor, String kind, String id, String reason) {
		String text = reason.strip();
		if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST_REASON) {
			throw new Refusal.Invalid("review.reason", LONGEST_REASON);
		}
		Wanted wanted = new Wanted(actor, kind, id, null);
		Row row = lock(kind, id);
		Role decider = row.state().decider();
		if (decider != null && !actor.holds(decider) && actor.holds(Set.of(Role.REVIEWER, Role.LEADER))) {
			throw new Refusal.Conflict("review.decided-meanwhile", row.state().title());
		}
		if (!isRepeated(row, wanted, Act.RETURNED)) {
			Grant grant = decide(row, wanted, row.state());
			this.history.move(row, ReviewState.RETURNED, Line.of(Act.RETURNED, actor, grant).because(text));
			this.events.publishEvent(new ReviewGivenBack(kind, id));
			if (row.state() == ReviewState.APPROVED) {
				this.events.publishEvent(new ReviewVoided(kind, id));
			}
		}
	}

	/**
	 * Asks whoever it waits for to hurry (督促).
	 * @return whether it was noted: one person urges once an hour
	 * @throws Refusal.Conflict if it waits for nobody
	 */
	@Transactional
	public boolean urge(Actor actor, String kind, String id) {
		Row row = lock(kind, id);
		Grant grant = ReviewSubject.grant(actor, READERS, row.unit(), Set.of());
		if (this.clock.dueOn(row.state(), row.waitingSince()).isEmpty()) {
			throw new Refusal.Conflict("review.nothing-waits", row.state().title());
		}
		if (this.history.wasUrged(row, actor, this.clock.now().minus(ONE_URGING))) {
			return false;
		}
		if (this.mapper.urge(row) != 1) {
			throw new Refusal.Conflict("review.decided-meanwhile", row.state().title());
		}
		this.history.add(row, Line.of(Act.URGED, actor, grant));
		return true;
	}

	/**
	 * Voids what is bound to another content. Features call it in the transaction that
	 * changes the content, whoever changes it.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void contentChanged(String kind, String id, String newHash) {
		// To lock what is not there would lock the gap; what is missed so, the gate
		// stops.
		if (this.mapper.of(kind, id).isPresent()) {
			Row row = lock(kind, id);
			if (ReviewState.BOUND.contains(row.state()) && !row.contentHash().equals(newHash)) {
				voidNow(row);
			}
		}
	}

	private Row voidNow(Row row) {
		Row now = this.history.move(row, ReviewState.VOIDED,
				Line.of(Act.VOIDED, Actor.system("review:content-changed"), null));
		this.events.publishEvent(new ReviewVoided(row.kind(), row.objectId()));
		return now;
	}

	private Row lock(String kind, String id) {
		return this.mapper.ofAndLock(kind, id).orElseThrow(() -> new Refusal.NotFound("review.no-such-review"));
	}

	/** The content as it stands now. */
	ReviewSubject subject(String kind, String id) {
		return this.kinds.stream()
			.filter((one) -> one.kind().equals(kind))
			.findFirst()
			.flatMap((one) -> one.find(id))
			.orElseThrow(() -> new Refusal.NotFound("review.no-such-content"));
	}

	private boolean isRepeated(Row row, Wanted wanted, Act act) {
		String hash = wanted.contentHash();
		return (hash == null || hash.equals(row.contentHash())) && this.history.ends(row, act, wanted.actor());
	}

	/** The role that the actor decides in; state and content must be as expected. */
	private Grant decide(Row row, Wanted wanted, ReviewState expected) {
		Role role = expected.decider();
		ReviewSubject subject = subject(wanted.kind(), wanted.id());
		Grant grant = (role != null) ? impartial(row, wanted, role, subject) : null;
		if (grant == null || row.state() != expected) {
			throw new Refusal.Conflict("review.decided-meanwhile", row.state().title());
		}
		String seen = wanted.contentHash();
		if (seen != null && !(seen.equals(row.contentHash()) && seen.equals(subject.contentHash()))) {
			throw new Refusal.Conflict("review.content-changed");
		}
		return grant;
	}

	/** The attempt is recorded: somebody wanted to let out their own work. */
	private Grant impartial(Row row, Wanted wanted, Role role, ReviewSubject subject) {
		try {
			return ReviewSubject.grant(wanted.actor(), Set.of(role), new UnitId(subject.unitId()), hands(row, subject));
		}
		catch (Refusal.Forbidden ex) {
			this.audit.recordAlone(
					AuditEntry.refused(wanted.actor(), "review.decided", "review", row.id()).with("reason", ex.code()));
			throw ex;
		}
	}

	/** Everybody who had a hand in it. */
	Set<Long> hands(Row row, ReviewSubject subject) {
		Set<Long> hands = new HashSet<>(this.mapper.participants(row.id()));
		hands.addAll(subject.authors());
		return hands;
	}

	private void checkFiles(String kind, String id) {
		boolean isOpen = this.kinds.stream()
			.filter((one) -> one.kind().equals(kind))
			.flatMap((one) -> one.files(id).stream())
			.flatMap((file) -> this.attachments.find(file).stream())
			.mapToInt(Attachment::openFindings)
			.anyMatch((open) -> open > 0);
		if (isOpen) {
			throw new Refusal.Conflict("review.hidden-data-open");
		}
	}

	/** Who wants to decide what, and which content they saw. */
	private record Wanted(Actor actor, String kind, String id, @Nullable String contentHash) {
	}

}
