package cn.mentougou.education.office.review;

import java.util.List;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.office.review.Decision.Act;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may decide what. */
class ReviewsTests extends ReviewFixture {

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
		assertThat(this.jdbc.sql(
				"SELECT GROUP_CONCAT(action ORDER BY id) FROM audit_entry WHERE action LIKE 'review.%' AND outcome = 'DONE'")
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
			.forEach((person) -> refused("review.own-work", () -> this.reviews
				.approve(actor(person, Role.LEADER, this.section, null), KIND, this.id, this.hash)));
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
		refused("review.work-of-the-absent", () -> this.reviews
			.approve(actor(6_000_011, Role.LEADER, this.section, this.submitter.id()), KIND, this.id, this.hash));
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
		refused("review.decided-meanwhile",
				() -> this.reviews.approve(Approvals.somebody(Role.LEADER, this.section), KIND, this.id, this.hash));
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

}
