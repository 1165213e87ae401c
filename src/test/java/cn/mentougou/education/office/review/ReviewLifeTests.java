package cn.mentougou.education.office.review;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.review.Decision.Act;
import cn.mentougou.education.office.review.SecrecyForm.Answer;
import cn.mentougou.education.office.review.SecrecyForm.Concern;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of what was submitted. */
class ReviewLifeTests extends ReviewFixture {

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
		assertThat(history().get(0).form().get(Concern.MINORS)).isEqualTo(Answer.refused("未成年人保护法第七十二条", "看得清孩子的脸"));
		assertThat(this.register.comeBackTo(this.submitter, 9)).extracting(ReviewRegister.Item::objectId)
			.containsExactly(this.id);
	}

	@Test
	void formThatIsNotFilledInPassesNothing() {
		this.reviews.submit(this.submitter, KIND, this.id);
		refused("review.answer-missing",
				() -> this.reviews.passSecrecy(this.reviewer, KIND, this.id, new SecrecyForm(this.hash, Map.of())));
		refused("review.source-missing",
				() -> this.reviews.passSecrecy(this.reviewer, KIND, this.id, SecrecyForm.clear(this.hash, " ")));
		refused("review.note-too-long", () -> this.reviews.passSecrecy(this.reviewer, KIND, this.id,
				SecrecyForm.clear(this.hash, "长".repeat(501))));
		refused("review.nothing-against",
				() -> this.reviews.refuseSecrecy(this.reviewer, KIND, this.id, SecrecyForm.clear(this.hash, "来源")));
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
		assertThat(figures()).isEqualTo(new ReviewRegister.Figures(this.section, 2, 1, 0, 1, 0, 1, 1, 1, 0, 0));
		assertThat(history().get(0).isLate()).isTrue();
		assertThat(history().get(1).isLate()).isFalse();
	}

}
