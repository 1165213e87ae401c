package cn.mentougou.education.office.review;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.review.Decision.Act;
import cn.mentougou.education.office.review.SecrecyForm.Answer;
import cn.mentougou.education.office.review.SecrecyForm.Concern;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who may decide what, and what becomes of it. */
@PageTest
@RecordApplicationEvents
class ReviewsTests {

	private static final String KIND = SampleWork.KIND;

	private static final long AUTHOR = 6_000_001;

	@Autowired
	private Reviews reviews;

	@Autowired
	private ApprovalGate gate;

	@Autowired
	private ReviewRegister register;

	@Autowired
	private SampleWork works;

	@Autowired
	private Attachments attachments;

	@Autowired
	private Clock clock;

	@Autowired
	private District district;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	private long section;

	private String id;

	private String hash;

	private Actor submitter;

	private Actor reviewer;

	private Actor leader;

	@BeforeEach
	void write() {
		this.section = this.district.unit(UnitKind.SECTION, "中小教科").value();
		this.id = this.works.write(this.section, "今年的入学政策", Set.of(AUTHOR));
		this.hash = this.works.find(this.id).orElseThrow().contentHash();
		this.submitter = Approvals.somebody(Role.SUBMITTER, this.section);
		this.reviewer = Approvals.somebody(Role.REVIEWER, this.section);
		this.leader = Approvals.somebody(Role.LEADER, this.section);
	}

	private void pass(Actor actor) {
		this.reviews.passSecrecy(actor, KIND, this.id, SecrecyForm.clear(this.hash, "京教发〔2026〕1号"));
	}

	private ReviewState state() {
		return this.reviews.state(KIND, this.id);
	}

	private List<Decision> history() {
		return this.register.historyOf(this.register.of(KIND, this.id).orElseThrow());
	}

	private static void refused(String code, ThrowingCallable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act)
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

	private static Actor actor(long id, Role role, long unit, Long absent) {
		UnitId place = new UnitId(unit);
		return new Actor(Actor.Kind.STAFF, id, "王小明",
				List.of(new Grant(role, place, Set.of(place), (absent != null) ? new PersonId(absent) : null)),
				"192.0.2.1");
	}

	@Test
	void threePeopleLetSomethingOut() {
		assertThat(state()).isEqualTo(ReviewState.DRAFT);
		this.reviews.submit(this.submitter, KIND, this.id);
		assertThat(state()).isEqualTo(ReviewState.SUBMITTED);
		pass(this.reviewer);
		assertThat(state()).isEqualTo(ReviewState.SECRECY_PASSED);
		assertThat(this.gate.isApproved(KIND, this.id, this.hash)).isFalse();
		this.reviews.approve(this.leader, KIND, this.id, this.hash);
		assertThat(state()).isEqualTo(ReviewState.APPROVED);
		assertThat(this.gate.isApproved(KIND, this.id, this.hash)).isTrue();
		assertThat(this.gate.isApproved(KIND, this.id, "another")).isFalse();
		assertThat(this.gate.approved(KIND,
				List.of(new ApprovalGate.Candidate(this.id, this.hash), new ApprovalGate.Candidate("0", this.hash))))
			.containsExactly(this.id);
		assertThat(this.events.stream(ReviewApproved.class))
			.containsExactly(new ReviewApproved(KIND, this.id, this.hash));
		assertThat(history()).extracting(Decision::act)
			.containsExactly(Act.APPROVED, Act.SECRECY_PASSED, Act.SUBMITTED);
		assertThat(this.jdbc.sql("SELECT GROUP_CONCAT(action ORDER BY id) FROM audit_entry WHERE action LIKE 'review.%' AND outcome = 'DONE'")
			.query(String.class)
			.single()).isEqualTo("review.submitted,review.secrecy-passed,review.approved");
	}

	@Test
	void nobodyDecidesAboutOwnWork() {
		this.reviews.submit(this.submitter, KIND, this.id);
		refused("review.own-work", () -> pass(actor(AUTHOR, Role.REVIEWER, this.section, null)));
		refused("review.own-work", () -> pass(actor(this.submitter.id(), Role.REVIEWER, this.section, null)));
		pass(this.reviewer);
		List.of(AUTHOR, this.submitter.id(), this.reviewer.id())
			.forEach((person) -> refused("review.own-work",
					() -> this.reviews.approve(actor(person, Role.LEADER, this.section, null), KIND, this.id,
							this.hash)));
		refused("review.own-work",
				() -> this.reviews.giveBack(actor(AUTHOR, Role.LEADER, this.section, null), KIND, this.id, "改标题"));
		assertThat(state()).isEqualTo(ReviewState.SECRECY_PASSED);
	}

	@Test
	void delegateDecidesNothingInThePlaceOfWhoeverHadAHandInIt() {
		this.reviews.submit(this.submitter, KIND, this.id);
		refused("review.work-of-the-absent", () -> pass(actor(6_000_009, Role.REVIEWER, this.section, AUTHOR)));
		Actor acting = actor(6_000_009, Role.REVIEWER, this.section, 6_000_010L);
		pass(acting);
		assertThat(history().get(0).onBehalfOf()).isEqualTo(6_000_010L);
		refused("review.work-of-the-absent",
				() -> this.reviews.approve(actor(6_000_011, Role.LEADER, this.section, this.submitter.id()), KIND,
						this.id, this.hash));
		refused("review.own-work", () -> this.reviews.approve(actor(6_000_010, Role.LEADER, this.section, null), KIND,
				this.id, this.hash));
	}

	@Test
	void rolesHoldForTheirUnitsAlone() {
		this.reviews.submit(this.submitter, KIND, this.id);
		refused("console.not-your-role", () -> pass(this.leader));
		refused("review.no-such-review", () -> pass(Approvals.somebody(Role.REVIEWER, this.section + 1)));
		refused("console.not-your-role", () -> this.reviews.submit(this.leader, KIND, this.id));
		refused("console.not-your-role", () -> pass(Actor.system("job:x")));
		refused("review.no-such-content", () -> this.reviews.submit(this.submitter, KIND, "0"));
		refused("review.no-such-review", () -> this.reviews.approve(this.leader, KIND, "00", this.hash));
	}

	@Test
	void stepsFollowOneAnother() {
		refused("review.no-such-review", () -> pass(this.reviewer));
		this.reviews.submit(this.submitter, KIND, this.id);
		refused("review.decided-meanwhile", () -> this.reviews.approve(this.leader, KIND, this.id, this.hash));
		pass(this.reviewer);
		refused("review.decided-meanwhile", () -> pass(Approvals.somebody(Role.REVIEWER, this.section)));
		this.reviews.approve(this.leader, KIND, this.id, this.hash);
		refused("review.decided-meanwhile", () -> this.reviews.approve(Approvals.somebody(Role.LEADER, this.section),
				KIND, this.id, this.hash));
	}

	@Test
	void sameActOnceMoreChangesNothing() {
		for (int i = 0; i < 2; i++) {
			this.reviews.submit(this.submitter, KIND, this.id);
		}
		pass(this.reviewer);
		pass(this.reviewer);
		this.reviews.approve(this.leader, KIND, this.id, this.hash);
		this.reviews.approve(this.leader, KIND, this.id, this.hash);
		this.reviews.submit(this.submitter, KIND, this.id);
		assertThat(history()).hasSize(3);
		assertThat(this.events.stream(ReviewApproved.class)).hasSize(1);
		this.reviews.giveBack(this.leader, KIND, this.id, "图片不清楚");
		this.reviews.giveBack(this.leader, KIND, this.id, "图片不清楚");
		assertThat(history()).hasSize(4);
	}

	@Test
	void contentThatTheLeaderDidNotSeeIsNotApproved() {
		this.reviews.submit(this.submitter, KIND, this.id);
		pass(this.reviewer);
		refused("review.content-changed", () -> this.reviews.approve(this.leader, KIND, this.id, "0".repeat(64)));
		this.works.change(this.id, "f".repeat(64));
		refused("review.content-changed", () -> this.reviews.approve(this.leader, KIND, this.id, this.hash));
		refused("review.content-changed", () -> this.reviews.approve(this.leader, KIND, this.id, "f".repeat(64)));
		assertThat(this.events.stream(ReviewApproved.class)).isEmpty();
	}

	@Test
	void changeVoidsWhateverWasDecidedAndTheOldApprovalIsKept() {
		new Approvals(this.reviews).approve(KIND, this.id);
		String changed = this.works.change(this.id, "a".repeat(64));
		this.reviews.contentChanged(KIND, this.id, changed);
		assertThat(state()).isEqualTo(ReviewState.VOIDED);
		assertThat(this.gate.isApproved(KIND, this.id, this.hash)).isFalse();
		assertThat(this.gate.isApproved(KIND, this.id, changed)).isFalse();
		assertThat(this.events.stream(ReviewVoided.class)).containsExactly(new ReviewVoided(KIND, this.id));
		this.works.change(this.id, this.hash);
		this.reviews.contentChanged(KIND, this.id, this.hash);
		assertThat(this.gate.isApproved(KIND, this.id, this.hash)).as("changed back is changed, too").isFalse();
		new Approvals(this.reviews).approve(KIND, this.id);
		assertThat(this.gate.isApproved(KIND, this.id, this.hash)).isTrue();
		assertThat(history()).filteredOn((one) -> one.act() == Act.APPROVED)
			.hasSize(2)
			.allSatisfy((one) -> assertThat(one.contentHash()).isEqualTo(this.hash));
	}

	@Test
	void contentThatWasChangedInSilenceIsSubmittedAnew() {
		this.reviews.submit(this.submitter, KIND, this.id);
		String changed = this.works.change(this.id, "b".repeat(64));
		this.reviews.submit(this.submitter, KIND, this.id);
		assertThat(history()).extracting(Decision::act).containsExactly(Act.SUBMITTED, Act.VOIDED, Act.SUBMITTED);
		assertThat(this.register.of(KIND, this.id).orElseThrow().contentHash()).isEqualTo(changed);
		this.reviews.contentChanged(KIND, this.id, changed);
		assertThat(state()).as("told of what is there already").isEqualTo(ReviewState.SUBMITTED);
		this.reviews.contentChanged(KIND, "0", changed);
	}

	@Test
	void refusalOfTheReviewNamesItsLegalBasis() {
		this.reviews.submit(this.submitter, KIND, this.id);
		Map<Concern, Answer> answers = new EnumMap<>(SecrecyForm.clear(this.hash, "来源").answers());
		answers.put(Concern.MINORS, Answer.refused("", "看得清孩子的脸"));
		refused("review.basis-missing",
				() -> this.reviews.refuseSecrecy(this.reviewer, KIND, this.id, new SecrecyForm(this.hash, answers)));
		answers.put(Concern.MINORS, Answer.refused(Concern.OTHER, " "));
		refused("review.other-basis-missing",
				() -> this.reviews.refuseSecrecy(this.reviewer, KIND, this.id, new SecrecyForm(this.hash, answers)));
		answers.put(Concern.MINORS, Answer.refused(Concern.MINORS.bases().get(0), "看得清孩子的脸"));
		SecrecyForm form = new SecrecyForm(this.hash, answers);
		refused("review.form-refuses", () -> this.reviews.passSecrecy(this.reviewer, KIND, this.id, form));
		this.reviews.refuseSecrecy(this.reviewer, KIND, this.id, form);
		assertThat(state()).isEqualTo(ReviewState.RETURNED);
		assertThat(this.events.stream(ReviewGivenBack.class)).containsExactly(new ReviewGivenBack(KIND, this.id));
		assertThat(history().get(0).form().get(Concern.MINORS))
			.isEqualTo(Answer.refused("未成年人保护法第七十二条", "看得清孩子的脸"));
		assertThat(this.register.comeBackTo(this.submitter, 9)).extracting(ReviewRegister.Item::objectId)
			.containsExactly(this.id);
	}

	@Test
	void formThatIsNotFilledInPassesNothing() {
		this.reviews.submit(this.submitter, KIND, this.id);
		refused("review.answer-missing",
				() -> this.reviews.passSecrecy(this.reviewer, KIND, this.id, new SecrecyForm(this.hash, Map.of())));
		refused("review.source-missing", () -> this.reviews.passSecrecy(this.reviewer, KIND, this.id,
				SecrecyForm.clear(this.hash, " ")));
		refused("review.note-too-long", () -> this.reviews.passSecrecy(this.reviewer, KIND, this.id,
				SecrecyForm.clear(this.hash, "长".repeat(501))));
		refused("review.nothing-against", () -> this.reviews.refuseSecrecy(this.reviewer, KIND, this.id,
				SecrecyForm.clear(this.hash, "来源")));
		assertThat(state()).isEqualTo(ReviewState.SUBMITTED);
	}

	@Test
	void leaderTakesAnApprovalBack() {
		new Approvals(this.reviews).approve(KIND, this.id);
		refused("review.reason", () -> this.reviews.giveBack(this.leader, KIND, this.id, " "));
		this.reviews.giveBack(this.leader, KIND, this.id, "数字有误");
		assertThat(state()).isEqualTo(ReviewState.RETURNED);
		assertThat(this.gate.isApproved(KIND, this.id, this.hash)).isFalse();
		assertThat(this.events.stream(ReviewVoided.class)).hasSize(1);
		assertThat(history().get(0).opinion()).isEqualTo("数字有误");
		refused("review.decided-meanwhile",
				() -> this.reviews.giveBack(Approvals.somebody(Role.LEADER, this.section), KIND, this.id, "再退"));
	}

	@Test
	void urgingIsNotedOnceAnHour() {
		this.reviews.submit(this.submitter, KIND, this.id);
		assertThat(this.reviews.urge(this.submitter, KIND, this.id)).isTrue();
		assertThat(this.reviews.urge(this.submitter, KIND, this.id)).isFalse();
		assertThat(this.reviews.urge(this.leader, KIND, this.id)).isTrue();
		assertThat(this.register.of(KIND, this.id).orElseThrow().urged()).isEqualTo(2);
		pass(this.reviewer);
		assertThat(this.register.of(KIND, this.id).orElseThrow().urged()).as("the leader was not urged").isZero();
		this.reviews.approve(this.leader, KIND, this.id, this.hash);
		refused("review.nothing-waits", () -> this.reviews.urge(this.submitter, KIND, this.id));
		assertThat(history()).filteredOn((one) -> one.act() == Act.URGED).hasSize(2);
	}

	@Test
	void attemptToApproveOwnWorkIsSeenInTheAudit() {
		this.reviews.submit(this.submitter, KIND, this.id);
		Actor author = actor(AUTHOR, Role.REVIEWER, this.section, null);
		refused("review.own-work", () -> pass(author));
		assertThat(this.jdbc.sql("""
				SELECT COUNT(*)
				FROM audit_entry
				WHERE action = 'review.decided' AND outcome = 'REFUSED' AND details = 'reason=review.own-work'
				""").query(Long.class).single()).isPositive();
	}

	@Test
	void whatAFileHidesIsAnsweredFirst() {
		AttachmentId file = this.attachments
			.keep(Approvals.somebody(Role.EDITOR, this.section), new UnitId(this.section), "名单.csv",
					new ByteArrayInputStream("学校,人数\n".getBytes(StandardCharsets.UTF_8)))
			.id();
		this.works.attach(this.id, List.of(file));
		this.reviews.submit(this.submitter, KIND, this.id);
		this.jdbc.sql("UPDATE attachment SET open_findings = 1 WHERE id = ?").param(file.value()).update();
		refused("review.hidden-data-open", () -> pass(this.reviewer));
		this.jdbc.sql("UPDATE attachment SET open_findings = 0 WHERE id = ?").param(file.value()).update();
		pass(this.reviewer);
	}

	@Test
	void lateStepsAreCountedForTheirSection() {
		this.reviews.submit(this.submitter, KIND, this.id);
		assertThat(figures().waiting()).isEqualTo(1);
		assertThat(figures().overdue()).isZero();
		waitLonger();
		assertThat(figures().overdue()).isEqualTo(1);
		assertThat(this.register.waitingFor(this.reviewer, 9)).singleElement()
			.satisfies((item) -> assertThat(item.workingDaysLeft()).isNegative());
		assertThat(this.register.waitingFor(actor(AUTHOR, Role.REVIEWER, this.section, null), 9)).isEmpty();
		assertThat(this.register.waitingFor(actor(6_000_009, Role.REVIEWER, this.section, AUTHOR), 9)).isEmpty();
		this.reviews.giveBack(this.reviewer, KIND, this.id, "标题太长");
		waitLonger();
		this.reviews.submit(this.submitter, KIND, this.id);
		pass(this.reviewer);
		waitLonger();
		this.reviews.approve(this.leader, KIND, this.id, this.hash);
		assertThat(figures())
			.isEqualTo(new ReviewRegister.Figures(this.section, 2, 1, 0, 1, 0, 1, 1, 1, 0, 0));
		assertThat(history().get(0).isLate()).isTrue();
		assertThat(history().get(1).isLate()).isFalse();
	}

	private void waitLonger() {
		this.jdbc.sql("UPDATE review_item SET waiting_since = waiting_since - INTERVAL 30 DAY").update();
	}

	private ReviewRegister.Figures figures() {
		LocalDate today = LocalDate.now(this.clock);
		return this.register.figures(this.leader, today.minusDays(9), today.plusDays(9)).get(0);
	}

}
