package cn.mentougou.education.office.review;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.calendar.DueDate;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.SealedRegister;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.office.review.ReviewMapper.Row;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;

/**
 * Everything that happened to reviews; lines are added, never changed. What people wrote
 * is sealed. It is kept for ever: it proves who let what out, and names no person by a
 * key.
 */
@Component
class ReviewHistory implements SealedRegister {

	private static final int PAGE = 50;

	private final DecisionMapper mapper;

	private final ReviewMapper reviews;

	private final ReviewClock clock;

	private final Vault vault;

	private final Audit audit;

	ReviewHistory(DecisionMapper mapper, ReviewMapper reviews, ReviewClock clock, Vault vault, Audit audit) {
		this.mapper = mapper;
		this.reviews = reviews;
		this.clock = clock;
		this.vault = vault;
		this.audit = audit;
	}

	/**
	 * Moves a review on, unless somebody moved it meanwhile, and writes that down.
	 * @return the review as it is now
	 */
	Row move(Row row, ReviewState to, Line line) {
		if (this.reviews.move(row, to, this.clock.now()) != 1) {
			throw new Refusal.Conflict("review.decided-meanwhile", row.state().title());
		}
		return add(row, line);
	}

	/**
	 * Writes down what just happened to a review.
	 * @param before as it was before
	 * @return the review as it is now
	 */
	Row add(Row before, Line line) {
		Row now = this.reviews.ofAndLock(before.kind(), before.objectId()).orElseThrow();
		insert(before, now, line);
		AuditEntry entry = AuditEntry.done(line.actor(), "review." + line.act().code(), "review", now.id())
			.with("kind", now.kind())
			.with("object", now.objectId())
			.with("hash", now.contentHash());
		Long absent = line.principal();
		this.audit.record((absent != null) ? entry.with("on-behalf-of", absent) : entry);
		return now;
	}

	private void insert(Row before, Row now, Line line) {
		Optional<DueDate> due = line.endsAStep() ? this.clock.dueOn(before.state(), before.waitingSince())
				: Optional.empty();
		int position = now.decisions();
		String opinion = line.opinion();
		this.mapper.insert(new DecisionMapper.Row(now.id(), position, now.round(), line.act(), before.state(),
				now.title(), now.itemVersion(), now.contentHash(), line.actor().kind().name(), line.actor().id(),
				line.principal(), this.clock.now(), due.map(DueDate::on).orElse(null),
				due.map(DueDate::calendarVersion).orElse(null),
				opinion.isEmpty() ? null : this.vault.seal(opinion, opinionPlace(now.id(), position))));
		SecrecyForm form = line.form();
		if (form != null) {
			form.answers().forEach((concern, answer) -> {
				String place = notePlace(now.id(), position, concern);
				this.mapper.insertAnswer(new DecisionMapper.Answer(now.id(), position, concern, answer.clear(),
						answer.basis(), answer.note().isEmpty() ? null : this.vault.seal(answer.note(), place)));
			});
		}
	}

	/** Notes who had a hand in it, and the absent person in whose place. */
	void takesPart(Row row, Actor actor, Grant grant) {
		this.reviews.insertParticipant(row.id(), actor.id());
		PersonId absent = grant.onBehalfOf();
		if (absent != null) {
			this.reviews.insertParticipant(row.id(), absent.value());
		}
	}

	/** Whether this act of this actor is the newest one, urgings apart. */
	boolean ends(Row row, Decision.Act act, Actor actor) {
		return this.mapper.newest(row.id())
			.filter((newest) -> newest.act() == act && newest.actorId() == actor.id())
			.isPresent();
	}

	/** Whether this actor urged since then. */
	boolean wasUrged(Row row, Actor actor, Instant since) {
		return this.mapper.wasUrged(row.id(), actor.id(), since);
	}

	/** The whole history, newest first. */
	List<Decision> of(long review) {
		Map<Integer, List<DecisionMapper.Answer>> answers = this.mapper.answers(review)
			.stream()
			.collect(Collectors.groupingBy(DecisionMapper.Answer::position));
		return this.mapper.history(review)
			.stream()
			.map((row) -> opened(row, answers.getOrDefault(row.position(), List.of())))
			.toList();
	}

	private Decision opened(DecisionMapper.Row row, List<DecisionMapper.Answer> answers) {
		Map<SecrecyForm.Concern, SecrecyForm.Answer> form = new EnumMap<>(SecrecyForm.Concern.class);
		answers.forEach((answer) -> form.put(answer.concern(), new SecrecyForm.Answer(answer.isClear(), answer.basis(),
				text(answer.note(), notePlace(row.reviewId(), row.position(), answer.concern())))));
		return new Decision(row.position(), row.round(), row.act(), row.itemVersion(), row.title(), row.contentHash(),
				row.actorId(), row.onBehalfOf(), row.happenedAt(), row.dueOn(),
				text(row.opinion(), opinionPlace(row.reviewId(), row.position())), form);
	}

	private String text(byte @Nullable [] sealed, String place) {
		return (sealed != null) ? this.vault.open(sealed, place) : "";
	}

	@Override
	public String register() {
		return "review.history";
	}

	@Override
	public String title() {
		return "审查审批记录";
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		int end = after.indexOf(':');
		List<DecisionMapper.Row> rows = after.isEmpty() ? this.mapper.listAfter(0, 0, PAGE) : this.mapper
			.listAfter(Long.parseLong(after.substring(0, end)), Integer.parseInt(after.substring(end + 1)), PAGE);
		for (DecisionMapper.Row row : rows) {
			resealing.value(row.opinion(), opinionPlace(row.reviewId(), row.position()),
					(old, now) -> this.mapper.exchangeOpinion(row, old, now));
			for (DecisionMapper.Answer answer : this.mapper.answersOf(row.reviewId(), row.position())) {
				resealing.value(answer.note(), notePlace(row.reviewId(), row.position(), answer.concern()),
						(old, now) -> this.mapper.exchangeNote(answer, old, now));
			}
		}
		if (rows.isEmpty()) {
			return "";
		}
		DecisionMapper.Row last = rows.get(rows.size() - 1);
		return last.reviewId() + ":" + last.position();
	}

	private static String opinionPlace(long review, int position) {
		return "review_decision.opinion:" + review + ":" + position;
	}

	private static String notePlace(long review, int position, SecrecyForm.Concern concern) {
		return "review_answer.note:" + review + ":" + position + ":" + concern;
	}

	/** Something that happens to a review. */
	record Line(Decision.Act act, Actor actor, @Nullable Grant grant, String opinion, @Nullable SecrecyForm form) {

		static Line of(Decision.Act act, Actor actor, @Nullable Grant grant) {
			return new Line(act, actor, grant, "", null);
		}

		Line because(String reason) {
			return new Line(this.act, this.actor, this.grant, reason, this.form);
		}

		Line with(SecrecyForm filled) {
			return new Line(this.act, this.actor, this.grant, this.opinion, filled);
		}

		@Nullable Long principal() {
			PersonId absent = (this.grant != null) ? this.grant.onBehalfOf() : null;
			return (absent != null) ? absent.value() : null;
		}

		boolean endsAStep() {
			return this.act != Decision.Act.URGED && this.act != Decision.Act.VOIDED;
		}

	}

}
