package cn.mentougou.crash;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import cn.mentougou.delivery.effects.SampleNews;
import cn.mentougou.education.newsroom.push.LatePolicy;
import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PushPlanId;
import cn.mentougou.education.newsroom.push.PushReason;
import cn.mentougou.education.newsroom.push.Standstill;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.mass.MassJob;

import static org.assertj.core.api.Assertions.assertThat;

/** What may happen to a push besides crashes; the platform's log is the witness. */
@Tag("engine")
@Tag("kills")
class PushStoryTests {

	private static final String SENDALL = "/cgi-bin/message/mass/sendall";

	private static final String SUBMIT = "/cgi-bin/freepublish/submit";

	private static final String ACCOUNT = PushStage.SUBSCRIPTION;

	private static long number = 1000;

	private static PushStage stage;

	@BeforeAll
	static void open() throws Exception {
		stage = new PushStage();
	}

	@AfterAll
	static void close() {
		stage.close();
	}

	@BeforeEach
	void anotherDay() {
		stage.simulator().faults().clear();
		stage.simulator().mass().settings(ACCOUNT, stage.simulator().mass().settings(ACCOUNT).withProtect(false));
		stage.nextDay();
		number += 10;
	}

	@Test
	void unapprovedDoesNotGoAndGoesOnceApproved() {
		SampleNews.edit(number);
		PushPlanId plan = stage.plan(Verb.MASS, number);
		work(3);
		assertState(plan, PlanState.BLOCKED, PushReason.NOT_APPROVED);
		assertThat(stage.massesToday()).isEmpty();
		SampleNews.approve(number, "other");
		assertThat(stage.finish(plan).state()).isEqualTo(PlanState.SENT);
		assertThat(stage.massesToday()).hasSize(1);
		assertThat(stage.view(plan).sentCount()).isEqualTo(PushStage.FOLLOWERS);
	}

	@Test
	void whatChangedAfterTheDraftGoesAsApprovedLast() {
		fault(SENDALL, Fault.errcode(45011));
		PushPlanId plan = stage.plan(Verb.MASS, number);
		stage.work();
		SampleNews.edit(number);
		later(Duration.ofMinutes(1));
		assertState(plan, PlanState.BLOCKED, PushReason.NOT_APPROVED);
		SampleNews.approve(number, "second");
		assertThat(stage.finish(plan).state()).isEqualTo(PlanState.SENT);
		assertThat(stage.massesToday()).hasSize(1);
		assertThat(stage.jdbc()
			.sql("SELECT COUNT(*) FROM push_step WHERE plan_id = ? AND kind = 'DRAFT' AND state = 'SENT'")
			.param(plan.value())
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void lateOnesAreSkippedOrAskedForAndNeverSilent() {
		SampleNews.edit(number);
		PushPlanId skip = stage.plan(Verb.MASS, number, LatePolicy.skip());
		PushPlanId ask = stage.plan(Verb.MASS, number, LatePolicy.ask());
		later(Duration.ofMinutes(6));
		assertState(skip, PlanState.SKIPPED, PushReason.NOT_APPROVED);
		assertState(ask, PlanState.MISSED, PushReason.NOT_APPROVED);
		SampleNews.approve(number, "now");
		stage.plans().sendAgain(PushStage.EDITOR, ask);
		assertThat(stage.finish(ask).state()).isEqualTo(PlanState.SENT);
		assertThat(stage.massesToday()).hasSize(1);
	}

	@Test
	void nothingGoesWhileEverythingIsPaused() {
		Actor leader = new Actor(Actor.Kind.STAFF, 3, "领导",
				List.of(new Grant(Role.LEADER, new UnitId(1), Set.of(new UnitId(1)), null)), "203.0.113.3");
		Standstill switches = stage.lives().now().context().getBean(Standstill.class);
		switches.set(leader, true);
		PushPlanId plan = stage.plan(Verb.MASS, number);
		work(3);
		assertState(plan, PlanState.BLOCKED, PushReason.PAUSED);
		switches.set(leader, false);
		assertThat(stage.finish(plan).state()).isEqualTo(PlanState.SENT);
		assertThat(stage.massesToday()).hasSize(1);
	}

	@Test
	void aForeignSendSpendsTheSlotAndIsTiedToThePlanThatAPersonTookOver() {
		MassJob byHand = byHand();
		PushPlanId plan = stage.plan(Verb.MASS, number, LatePolicy.ask());
		stage.work();
		assertState(plan, PlanState.BLOCKED, PushReason.SLOT_SPENT);
		stage.plans().takeOver(PushStage.EDITOR, plan);
		later(Duration.ofHours(2));
		assertState(plan, PlanState.TAKEN_OVER, "");
		stage.plans().tie(PushStage.EDITOR, plan, byHand.msgId());
		assertState(plan, PlanState.SENT, "");
		assertThat(stage.massesToday()).hasSize(1);
	}

	@Test
	void theAdministratorConfirmsRefusesOrIsSilent() {
		stage.simulator().mass().settings(ACCOUNT, stage.simulator().mass().settings(ACCOUNT).withProtect(true));
		PushPlanId confirmed = stage.plan(Verb.MASS, number);
		stage.work();
		later(Duration.ofMinutes(3));
		assertState(confirmed, PlanState.CONFIRMING, PushReason.CONFIRM);
		stage.simulator().mass().confirm(stage.massesToday().get(0).msgId());
		stage.work();
		assertState(confirmed, PlanState.SENT, "");
		anotherDayProtected();
		PushPlanId refused = stage.plan(Verb.MASS, number);
		stage.work();
		stage.simulator().mass().refuse(stage.massesToday().get(0).msgId());
		Awaitility.await().until(() -> stage.view(refused).state() == PlanState.REFUSED);
		assertState(refused, PlanState.REFUSED, "err(40001)");
		anotherDayProtected();
		PushPlanId silent = stage.plan(Verb.MASS, number);
		stage.work();
		later(Duration.ofMinutes(31));
		Awaitility.await().until(() -> stage.view(silent).state() == PlanState.REFUSED);
		assertState(silent, PlanState.REFUSED, "err(40002)");
		assertThat(stage.massesToday()).hasSize(1);
	}

	@Test
	void aKeyThatOurBookDoesNotHoldIsNoSuccess() {
		PushPlanId plan = stage.plan(Verb.MASS, number);
		assertThat(stage.finish(plan).state()).isEqualTo(PlanState.SENT);
		// As after a restored backup.
		stage.jdbc().sql("DELETE FROM push_step WHERE plan_id = ?").param(plan.value()).update();
		stage.jdbc()
			.sql("UPDATE push_plan SET state = 'PLANNED', platform_id = NULL, next_try_at = slot_at WHERE id = ?")
			.param(plan.value())
			.update();
		stage.jdbc().sql("DELETE FROM push_result").update();
		stage.clock().advance(Duration.ofMinutes(2));
		work(5);
		assertState(plan, PlanState.UNKNOWN, PushReason.KEY_EXISTS);
		assertThat(stage.massesToday()).hasSize(1);
	}

	@Test
	void afterTheWindowOfTheKeyNothingIsSentAgain() {
		fault(SENDALL, Fault.of(FaultAction.DROP_AFTER));
		fault(null, Fault.of(FaultAction.LOST_EVENT));
		PushPlanId taken = stage.plan(Verb.MASS, number);
		stage.work();
		stage.clock().advance(Duration.ofHours(26));
		work(4);
		// Its article was found by the marker.
		assertState(taken, PlanState.SENT, "");
		assertThat(stage.massesToday()).isEmpty();
		stage.simulator().faults().clear();
		stage.nextDay();
		fault(SENDALL, Fault.of(FaultAction.DROP_BEFORE));
		PushPlanId lost = stage.plan(Verb.MASS, number);
		stage.work();
		stage.clock().advance(Duration.ofHours(26));
		work(4);
		assertState(lost, PlanState.MISSED, PushReason.NOT_TAKEN);
		assertThat(stage.massesToday()).isEmpty();
	}

	@Test
	void whatIsInDoubtAndNotApprovedAnyMoreIsNotSentAnew() {
		fault(SENDALL, Fault.of(FaultAction.DROP_BEFORE));
		PushPlanId plan = stage.plan(Verb.MASS, number);
		stage.work();
		SampleNews.edit(number);
		assertThat(stage.finish(plan).state()).isEqualTo(PlanState.MISSED);
		assertThat(stage.massesToday()).isEmpty();
		stage.nextDay();
		number += 10;
		fault(SENDALL, Fault.of(FaultAction.DROP_AFTER));
		PushPlanId gone = stage.plan(Verb.MASS, number);
		stage.work();
		SampleNews.edit(number);
		assertThat(stage.finish(gone).state()).isEqualTo(PlanState.SENT);
		assertThat(stage.massesToday()).hasSize(1);
	}

	@Test
	void aPublicationIsMadeOnceWhateverBecomesOfTheAnswer() {
		for (FaultAction action : List.of(FaultAction.DROP_BEFORE, FaultAction.DROP_AFTER, FaultAction.HTTP)) {
			stage.simulator().faults().clear();
			stage.nextDay();
			number += 10;
			int before = stage.simulator().mass().publications(ACCOUNT).size();
			fault(SUBMIT, new Fault(null, null, action, 0, 0, null, 0, 502, null, 0, 0));
			PushPlanId plan = stage.plan(Verb.PUBLISH, number);
			PushStage.End end = stage.finish(plan);
			assertThat(end.state()).as(action + " " + end).isEqualTo(PlanState.SENT);
			assertThat(stage.simulator().mass().publications(ACCOUNT)).as(action.toString()).hasSize(before + 1);
		}
	}

	@Test
	void aPersonSendsAgainWhatTheOriginalityCheckStopped() {
		stage.simulator().faults().add(new Fault(null, null, FaultAction.JOB_FAILED, 1, 30003, null, 0, 0, null, 0, 0));
		PushPlanId plan = stage.plan(Verb.MASS, number);
		assertThat(stage.finish(plan).reason()).isEqualTo("err(30003)");
		later(Duration.ofHours(1));
		assertThat(stage.massesToday()).hasSize(1);
		stage.plans().sendAgain(PushStage.EDITOR, plan);
		assertThat(stage.finish(plan).state()).isEqualTo(PlanState.SENT);
		assertThat(stage.massesToday()).extracting(MassJob::clientMsgId).hasSize(2).doesNotHaveDuplicates();
	}

	private static MassJob byHand() {
		PushPlanId draft = stage.plan(Verb.MASS, number + 5);
		stage.finish(draft);
		MassJob job = stage.massesToday().get(0);
		// As if it had been sent by hand: no plan knows it.
		stage.jdbc().sql("DELETE FROM push_plan WHERE id = ?").param(draft.value()).update();
		return job;
	}

	private static void anotherDayProtected() {
		stage.nextDay();
		number += 10;
	}

	private static void fault(String path, Fault fault) {
		Fault once = fault.times(1);
		stage.simulator().faults().add((path != null) ? once.onPath(path) : once);
	}

	private static void work(int rounds) {
		for (int i = 0; i < rounds; i++) {
			stage.work();
			stage.clock().advance(Duration.ofSeconds(61));
		}
	}

	private static void later(Duration time) {
		stage.work();
		stage.clock().advance(time);
		stage.work();
		stage.clock().advance(Duration.ofSeconds(1));
		stage.work();
	}

	private static void assertState(PushPlanId plan, PlanState state, String reason) {
		PushStage.End end = stage.view(plan);
		assertThat(end.state()).as(end.toString()).isEqualTo(state);
		assertThat(end.reason()).as(end.toString()).isEqualTo(reason);
	}

}
