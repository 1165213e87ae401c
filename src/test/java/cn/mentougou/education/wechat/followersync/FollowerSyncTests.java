package cn.mentougou.education.wechat.followersync;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.journey.Journey;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.follower.FollowerState;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.followerstatistics.FollowerStatistics;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Our register against the simulator's: {@code -Dsync.followers=100000} for all of them.
 */
@Journey
class FollowerSyncTests {

	private static final String APP_ID = EngineProperties.SUBSCRIPTION;

	private static final int FOLLOWERS = Integer.getInteger("sync.followers", 10_050);

	private static final String LIST = "/cgi-bin/user/get";

	private static final Actor EDITOR = Actor.system("test");

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private FollowerSync sync;

	@Autowired
	private SyncWork work;

	@Autowired
	private ProfileWork profiles;

	@Autowired
	private Followers followers;

	@Autowired
	private FollowerStatistics statistics;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void gather() {
		int there = this.simulator.followers().subscribedTo(APP_ID).size();
		if (there < FOLLOWERS) {
			this.simulator.crowd(APP_ID, FOLLOWERS - there);
		}
	}

	@AfterEach
	void repair() {
		this.simulator.faults().clear();
	}

	@Test
	void everybodyBecomesKnownWhoLeftIsNoticedAndFiguresAgree() {
		long start = System.nanoTime();
		compare();
		this.profiles.run();
		System.out.printf("sync: %d followers in %d ms%n", FOLLOWERS, (System.nanoTime() - start) / 1_000_000);
		List<String> there = this.simulator.followers().subscribedTo(APP_ID);
		assertThat(following()).isEqualTo(there.size());
		assertThat(there.subList(0, 50)).allSatisfy((openId) -> assertThat(this.followers.find(APP_ID, openId))
			.hasValueSatisfying((follower) -> assertThat(follower.profileAt()).isNotNull()));
		for (SimPerson person : this.simulator.persons().subList(0, 60)) {
			if (person.follows(APP_ID)) {
				this.simulator.followers().unfollow(APP_ID, person.id());
			}
		}
		int left = there.size() - this.simulator.followers().subscribedTo(APP_ID).size();
		assertThat(left).isPositive();
		compare();
		assertThat(this.sync.of(APP_ID).orElseThrow().gone()).isEqualTo(left);
		assertThat(following()).isEqualTo(there.size() - left);
		assertThat(this.statistics.followingOn(APP_ID, LocalDate.now(this.simulator.clock()))).isEqualTo(following());
	}

	@Test
	void runThatWasBrokenOffGoesOnWhereItStopped() {
		compare();
		this.simulator.clock().advance(Duration.ofSeconds(1));
		this.simulator.faults().add(Fault.of(FaultAction.DROP_AFTER).on(new Fault.Match(APP_ID, LIST, null, 2, null)));
		int before = this.simulator.counters().usage(APP_ID, LIST).used();
		this.sync.ask(EDITOR, APP_ID);
		this.work.run();
		SyncState stopped = this.sync.of(APP_ID).orElseThrow();
		assertThat(stopped.step()).isEqualTo(SyncStep.LISTING);
		assertThat(stopped.listed()).isEqualTo(Math.min(10_000, following()));
		assertThat(stopped.trouble()).isEqualTo("UNREACHABLE");
		assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> this.sync.ask(EDITOR, APP_ID));
		this.simulator.clock().advance(Duration.ofMinutes(1));
		SyncState ended = ended();
		assertThat(ended.listed()).isEqualTo(following());
		int pages = (following() + 9_999) / 10_000 + 1;
		assertThat(this.simulator.counters().usage(APP_ID, LIST).used() - before).isEqualTo(pages + 1);
	}

	@Test
	void dayOfTheQuotaIsWaitedFor() {
		compare();
		this.jdbc.sql("UPDATE follower_sync SET asked = ? WHERE app_id = ?")
			.params(SyncWork.MOST_ASKED, APP_ID)
			.update();
		this.sync.ask(EDITOR, APP_ID);
		this.work.run();
		SyncState waiting = this.sync.of(APP_ID).orElseThrow();
		assertThat(waiting.trouble()).isEqualTo("QUOTA");
		assertThat(waiting.dueAt()).isAfter(this.simulator.clock().instant());
		this.simulator.clock().advance(Duration.ofDays(1));
		assertThat(ended().listed()).isEqualTo(following());
	}

	private void compare() {
		this.simulator.clock().advance(Duration.ofSeconds(2));
		this.sync.ask(EDITOR, APP_ID);
		SyncState state = ended();
		assertThat(state.trouble()).isEmpty();
		assertThat(this.sync.all()).contains(state);
	}

	/** The job may be making the steps at the same time; each is made once. */
	private SyncState ended() {
		Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> {
			this.work.run();
			SyncState state = this.sync.of(APP_ID).orElseThrow();
			return !state.isRunning() && state.dueAt().isAfter(this.simulator.clock().instant());
		});
		return this.sync.of(APP_ID).orElseThrow();
	}

	private int following() {
		return this.jdbc.sql("SELECT COUNT(*) FROM wechat_follower WHERE app_id = ? AND state = ?")
			.params(APP_ID, FollowerState.FOLLOWING.name())
			.query(Integer.class)
			.single();
	}

}
