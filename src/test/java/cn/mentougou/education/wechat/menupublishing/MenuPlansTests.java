package cn.mentougou.education.wechat.menupublishing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.menu.MenuJson;
import cn.mentougou.education.wechat.menupublishing.Publication.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MenuPlansTests extends PublishingFixture {

	private static final Duration HOUR = Duration.ofHours(1);

	@Test
	void plannedSwitchHappensAtItsTimeAndOnce() {
		MenuPlan plan = planned(saved(menu("招生")));
		this.work.run();
		assertThat(this.platform.calls(MenuPlatform.CREATE)).isZero();
		this.clock.advance(HOUR);
		this.work.run();
		this.work.run();
		assertThat(state(plan)).isEqualTo(MenuPlan.State.DONE);
		assertThat(this.platform.calls(MenuPlatform.CREATE)).isOne();
		assertThat(MenuJson.read(this.platform.shown())).isEqualTo(menu("招生"));
	}

	@Test
	void manyInstancesMakeOneSwitch() {
		MenuPlan plan = planned(saved(menu("招生")));
		this.clock.advance(HOUR);
		CompletableFuture
			.allOf(Stream.generate(() -> CompletableFuture.runAsync(this.work::run))
				.limit(6)
				.toArray(CompletableFuture[]::new))
			.join();
		assertThat(state(plan)).isEqualTo(MenuPlan.State.DONE);
		assertThat(this.platform.calls(MenuPlatform.CREATE)).isOne();
		assertThat(this.publications.latest(APP_ID, 10)).hasSize(1);
	}

	@Test
	void switchWaitsForThePlatformAndComesLater() {
		MenuPlan plan = planned(saved(menu("招生")));
		this.platform.instead(MenuPlatform.GET, MenuPlatform.cut());
		this.clock.advance(HOUR);
		this.work.run();
		this.work.run();
		assertThat(this.publications.latest(APP_ID, 10)).extracting(Publication::state).containsExactly(State.NOT_SENT);
		this.platform.reset();
		this.clock.advance(Duration.ofMinutes(2));
		this.work.run();
		assertThat(state(plan)).isEqualTo(MenuPlan.State.DONE);
	}

	@Test
	void instanceThatDiesBetweenCallAndRecordIsFoundOutByAsking() {
		MenuVersion version = saved(menu("招生"));
		MenuPlan plan = planned(version);
		this.clock.advance(HOUR);
		dead(version, plan);
		this.platform.take(menu("招生"));
		this.work.run();
		this.clock.advance(Duration.ofSeconds(20));
		this.work.run();
		assertThat(state(plan)).isEqualTo(MenuPlan.State.DONE);
		assertThat(this.platform.calls(MenuPlatform.CREATE)).isZero();
	}

	@Test
	void instanceThatDiesBeforeTheCallIsReplacedByAnother() {
		MenuVersion version = saved(menu("招生"));
		MenuPlan plan = planned(version);
		this.clock.advance(HOUR);
		dead(version, plan);
		this.work.run();
		assertThat(this.publications.latest(APP_ID, 1).get(0).state()).isEqualTo(State.UNKNOWN);
		for (int i = 0; i < 5; i++) {
			this.clock.advance(Duration.ofMinutes(1));
			this.work.run();
		}
		assertThat(state(plan)).isEqualTo(MenuPlan.State.DONE);
		assertThat(this.publications.latest(APP_ID, 10)).extracting(Publication::state)
			.containsExactly(State.SENT, State.NOT_TAKEN);
		assertThat(this.platform.calls(MenuPlatform.CREATE)).isOne();
	}

	@Test
	void whatThePlatformRefusesFailsForAPersonToSee() {
		MenuPlan plan = planned(saved(menu("招生")));
		this.platform.instead(MenuPlatform.CREATE, MenuPlatform.refusal(65316));
		this.clock.advance(HOUR);
		this.work.run();
		assertThat(this.plans.find(plan.id())).satisfies((found) -> {
			assertThat(found.state()).isEqualTo(MenuPlan.State.FAILED);
			assertThat(found.reason()).isEqualTo("65316");
		});
	}

	@Test
	void cancelledSwitchDoesNotHappen() {
		MenuPlan plan = planned(saved(menu("招生")));
		this.plans.cancel(EDITOR, plan.id());
		this.clock.advance(HOUR);
		this.work.run();
		assertThat(this.platform.calls(MenuPlatform.CREATE)).isZero();
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.plans.cancel(EDITOR, plan.id()));
	}

	@Test
	void timeMustLieAheadWithinAYearAndBeFree() {
		MenuVersion version = saved(menu("招生"));
		Instant now = this.clock.instant();
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.plans.plan(EDITOR, version.id(), now.minus(HOUR)));
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> this.plans.plan(EDITOR, version.id(), now.plus(Duration.ofDays(500))));
		this.plans.plan(EDITOR, version.id(), now.plus(HOUR));
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.plans.plan(EDITOR, version.id(), now.plus(HOUR)));
	}

	/** What an instance leaves that was killed a minute ago. */
	private void dead(MenuVersion version, MenuPlan plan) {
		this.mapper.insert(new PublicationMapper.Row(APP_ID, version.id(), plan.id(), 0, this.clock.instant()));
		this.clock.advance(Duration.ofMinutes(1).plusSeconds(1));
	}

	private MenuPlan planned(MenuVersion version) {
		return this.plans.find(this.plans.plan(EDITOR, version.id(), this.clock.instant().plus(HOUR)));
	}

	private MenuPlan.State state(MenuPlan plan) {
		return this.plans.find(plan.id()).state();
	}

}
