package cn.mentougou.education.office.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.calendar.DueDate;
import cn.mentougou.education.office.review.ReviewMapper.Row;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/** What people may read of the reviews. */
@Component
public class ReviewRegister {

	private final ReviewMapper mapper;

	private final DecisionMapper decisions;

	private final ReviewHistory history;

	private final ReviewClock clock;

	private final Reviews reviews;

	private final ObjectProvider<Reviewable> kinds;

	ReviewRegister(ReviewMapper mapper, DecisionMapper decisions, ReviewHistory history, ReviewClock clock,
			Reviews reviews, ObjectProvider<Reviewable> kinds) {
		this.mapper = mapper;
		this.decisions = decisions;
		this.history = history;
		this.clock = clock;
		this.reviews = reviews;
		this.kinds = kinds;
	}

	/** The units whose reviews the actor may see. */
	public Set<UnitId> reach(Actor actor) {
		return Reviews.READERS.stream()
			.flatMap((role) -> actor.reach(role).stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * A review of the actor's units.
	 * @throws Refusal.NotFound if there is none
	 */
	public Item find(Actor actor, long id) {
		return this.mapper.find(id)
			.filter((row) -> reach(actor).contains(row.unit()))
			.map((row) -> items(List.of(row)).get(0))
			.orElseThrow(() -> new Refusal.NotFound("review.no-such-review"));
	}

	/** The review of something, whoever may see it; empty before it was submitted. */
	public Optional<Item> of(String kind, String id) {
		return this.mapper.of(kind, id).map((row) -> items(List.of(row)).get(0));
	}

	/** What this actor should decide now, the longest waiting first. */
	public List<Item> waitingFor(Actor actor, int limit) {
		List<Row> rows = new ArrayList<>();
		for (ReviewState state : List.of(ReviewState.SUBMITTED, ReviewState.SECRECY_PASSED)) {
			Role role = state.decider();
			Set<UnitId> units = (role != null) ? actor.reach(role) : Set.of();
			if (!units.isEmpty()) {
				this.mapper.waiting(state, units, actor.id(), limit)
					.stream()
					.filter((row) -> obstacle(actor, row).isEmpty())
					.forEach(rows::add);
			}
		}
		return items(rows);
	}

	/** What came back to this actor and should be corrected and submitted again. */
	public List<Item> comeBackTo(Actor actor, int limit) {
		return items(this.mapper.comeBackTo(actor.id(), limit));
	}

	/**
	 * The newest reviews of the actor's units.
	 * @param state only those, or null for all
	 * @param before only those before this number
	 */
	public List<Item> list(Actor actor, @Nullable ReviewState state, long before, int limit) {
		Set<UnitId> units = reach(actor);
		return units.isEmpty() ? List.of() : items(this.mapper.list(before, state, units, limit));
	}

	/** Everything that happened to a review, newest first. */
	public List<Decision> historyOf(Item item) {
		return this.history.of(item.id());
	}

	/** The content as it stands now; empty if it is gone. */
	public Optional<ReviewSubject> subjectOf(Item item) {
		try {
			return Optional.of(this.reviews.subject(item.kind(), item.objectId()));
		}
		catch (Refusal.NotFound ex) {
			return Optional.empty();
		}
	}

	/** Why this actor may not decide what waits; empty if they may. */
	public Optional<String> obstacle(Actor actor, Item item) {
		return this.mapper.find(item.id()).map((row) -> obstacle(actor, row)).orElse(Optional.empty());
	}

	private Optional<String> obstacle(Actor actor, Row row) {
		Role role = row.state().decider();
		if (role == null) {
			return Optional.of("review.nothing-waits");
		}
		try {
			ReviewSubject subject = this.reviews.subject(row.kind(), row.objectId());
			ReviewSubject.grant(actor, Set.of(role), new UnitId(subject.unitId()), this.reviews.hands(row, subject));
			return Optional.empty();
		}
		catch (Refusal ex) {
			return Optional.of(ex.code());
		}
	}

	/** What happened in each of the actor's units, and what waits there now. */
	public List<Figures> figures(Actor actor, LocalDate from, LocalDate until) {
		Set<UnitId> units = reach(actor);
		if (units.isEmpty()) {
			return List.of();
		}
		Map<Long, Figures> figures = new TreeMap<>();
		this.decisions.count(start(from), start(until.plusDays(1)), units)
			.forEach((count) -> figures.merge(count.unitId(), Figures.of(count), Figures::plus));
		this.mapper.countWaiting(units)
			.forEach((waiting) -> figures.merge(waiting.unitId(),
					Figures.waiting(waiting.unitId(), waiting.items(), isOver(waiting) ? waiting.items() : 0),
					Figures::plus));
		return List.copyOf(figures.values());
	}

	private boolean isOver(ReviewMapper.Waiting waiting) {
		return this.clock.dueOn(waiting.state(), waiting.waitingOn())
			.filter((due) -> this.clock.left(due.on()) < 0)
			.isPresent();
	}

	private static Instant start(LocalDate day) {
		return day.atStartOfDay(Decision.BEIJING).toInstant();
	}

	private List<Item> items(List<Row> rows) {
		Map<String, String> titles = this.kinds.stream()
			.collect(Collectors.toMap(Reviewable::kind, Reviewable::title, (one, other) -> one));
		return rows.stream().map((row) -> item(row, titles.getOrDefault(row.kind(), row.kind()))).toList();
	}

	private Item item(Row row, String kindTitle) {
		Optional<DueDate> due = this.clock.dueOn(row.state(), row.waitingSince());
		return new Item(row.id(), row.kind(), kindTitle, row.objectId(), row.title(), row.itemVersion(),
				row.contentHash(), row.unit(), row.state(), row.round(), row.urged(), row.waitingSince(),
				due.map(DueDate::on).orElse(null), due.map((one) -> this.clock.left(one.on())).orElse(null));
	}

	/**
	 * A review.
	 *
	 * @param id its number
	 * @param kind the code of the kind of content
	 * @param kindTitle what people call the kind
	 * @param objectId the number of the content within the kind
	 * @param title what was submitted is called
	 * @param version which version was submitted
	 * @param contentHash what exactly was submitted
	 * @param unit the unit that it belongs to
	 * @param state how far it is
	 * @param round how often it was submitted
	 * @param urged how often it was urged since it waits so
	 * @param waitingSince since when it waits so
	 * @param dueOn the last day, or null if nothing is due
	 * @param workingDaysLeft what is left of it, negative when over; null if nothing is
	 * due
	 */
	public record Item(long id, String kind, String kindTitle, String objectId, String title, int version,
			String contentHash, UnitId unit, ReviewState state, int round, int urged, Instant waitingSince,
			@Nullable LocalDate dueOn, @Nullable Integer workingDaysLeft) {

		/** Leaves the title out of every log. */
		@Override
		public String toString() {
			return "Item[" + this.id + " " + this.state + "]";
		}

	}

	/**
	 * What happened in a unit.
	 *
	 * @param unit its number
	 * @param submitted how often something was submitted
	 * @param returned how often something was given back, by the reviewer or the leader
	 * @param voided how often a change voided something
	 * @param approved how often something was approved
	 * @param urged how often somebody urged
	 * @param lateReviews reviews after their last day
	 * @param lateApprovals approvals after their last day
	 * @param lateCorrections what the unit itself submitted again after its last day
	 * @param waiting how much waits now
	 * @param overdue how much of that is over its last day
	 */
	public record Figures(long unit, long submitted, long returned, long voided, long approved, long urged,
			long lateReviews, long lateApprovals, long lateCorrections, long waiting, long overdue) {

		private static Figures of(DecisionMapper.Count count) {
			long acts = count.acts();
			long late = count.late();
			return new Figures(count.unitId(), is(count, Decision.Act.SUBMITTED, acts),
					is(count, Decision.Act.RETURNED, acts) + is(count, Decision.Act.SECRECY_REFUSED, acts),
					is(count, Decision.Act.VOIDED, acts), is(count, Decision.Act.APPROVED, acts),
					is(count, Decision.Act.URGED, acts), (count.stateBefore() == ReviewState.SUBMITTED) ? late : 0,
					(count.stateBefore() == ReviewState.SECRECY_PASSED) ? late : 0,
					(count.stateBefore() == ReviewState.RETURNED) ? late : 0, 0, 0);
		}

		private static long is(DecisionMapper.Count count, Decision.Act act, long acts) {
			return (count.act() == act) ? acts : 0;
		}

		private static Figures waiting(long unit, long waiting, long overdue) {
			return new Figures(unit, 0, 0, 0, 0, 0, 0, 0, 0, waiting, overdue);
		}

		private Figures plus(Figures other) {
			return new Figures(this.unit, this.submitted + other.submitted, this.returned + other.returned,
					this.voided + other.voided, this.approved + other.approved, this.urged + other.urged,
					this.lateReviews + other.lateReviews, this.lateApprovals + other.lateApprovals,
					this.lateCorrections + other.lateCorrections, this.waiting + other.waiting,
					this.overdue + other.overdue);
		}

	}

}
