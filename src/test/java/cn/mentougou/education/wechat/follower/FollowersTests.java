package cn.mentougou.education.wechat.follower;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.office.staff.RevealReason;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who follows, as events tell it and desks are shown it. */
class FollowersTests extends FollowerFixture {

	@Test
	void whoFollowsIsKnownByScene() {
		FollowerId id = mother("SCHOOL_1");
		assertThat(this.followers.find(APP_ID, this.mother)).hasValueSatisfying((follower) -> {
			assertThat(follower.id()).isEqualTo(id);
			assertThat(follower.state()).isEqualTo(FollowerState.FOLLOWING);
			assertThat(follower.since()).isEqualTo(this.clock.instant());
			assertThat(follower.scene()).isEqualTo("SCHOOL_1");
			assertThat(follower.wayTitle()).isEqualTo("尚未查询");
		});
		assertThat(this.followers.open(id)).contains(this.mother);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM wechat_follower WHERE CONVERT(open_id USING latin1) LIKE ?")
			.param("%" + this.mother + "%")
			.query(Integer.class)
			.single()).isZero();
		assertThat(told(id)).containsExactly("Followed");
	}

	@Test
	void unfollowAndFollowAgainKeepTheNumber() {
		FollowerId id = mother(null);
		pass(Duration.ofMinutes(5));
		this.people.unfollows(this.mother);
		assertThat(this.followers.of(id).isFollowing()).isFalse();
		pass(Duration.ofDays(6));
		assertThat(this.people.follows(this.mother, "KIOSK_2")).isEqualTo(id);
		assertThat(this.followers.of(id).since()).isEqualTo(this.clock.instant());
		assertThat(told(id)).containsExactly("Followed", "Unfollowed", "Followed");
	}

	@Test
	void eventThatComesLateChangesNothing() {
		FollowerId id = mother(null);
		Instant followedAt = this.clock.instant();
		pass(Duration.ofMinutes(5));
		this.people.unfollows(this.mother);
		this.followers.followed(APP_ID, this.mother, null, followedAt);
		assertThat(this.followers.of(id).isFollowing()).isFalse();
		String other = this.people.openId();
		this.people.unfollows(other);
		this.followers.followed(APP_ID, other, null, followedAt);
		assertThat(this.followers.find(APP_ID, other))
			.hasValueSatisfying((one) -> assertThat(one.isFollowing()).isFalse());
		assertThat(told(this.people.id(other))).isEmpty();
	}

	@Test
	void listenerIsConcernedByComingAndGoingAlone() {
		this.mother = this.people.openId();
		InboundMessage follow = event(new InboundEvent.Followed("S", "t"));
		assertThat(this.listener.concerns(follow, null)).isTrue();
		assertThat(this.listener.concerns(event(new InboundEvent.MenuTapped("K")), null)).isFalse();
		assertThat(this.listener.concerns(text(), null)).isFalse();
		learn(follow);
		FollowerId id = this.people.id(this.mother);
		pass(Duration.ofSeconds(1));
		learn(event(new InboundEvent.ProfileRevoked(true, null)));
		learn(event(new InboundEvent.Unfollowed()));
		assertThat(told(id)).containsExactly("Followed", "ProfileRevoked", "Unfollowed");
	}

	@Test
	void pagesFollowOneAnotherUnderEveryFilter() {
		List<FollowerId> ids = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			ids.add(0, this.people.follows(this.people.openId(), "PLACE_9"));
			if (i % 2 == 0) {
				pass(Duration.ofSeconds(1));
			}
			this.marks.putOn(ids.get(0), 119);
		}
		Instant first = this.clock.instant().minus(Duration.ofHours(1));
		FollowerSearch byScene = new FollowerSearch(APP_ID, FollowerState.FOLLOWING, false, null, "PLACE_9", first,
				this.clock.instant().plusSeconds(1), null, 10);
		FollowerSearch byTag = new FollowerSearch(APP_ID, FollowerState.FOLLOWING, false, 119, "PLACE_9", first,
				this.clock.instant().plusSeconds(1), null, 10);
		assertThat(walked(byScene)).isEqualTo(ids);
		assertThat(walked(byTag)).isEqualTo(ids);
		this.marks.block(ids.get(2), true);
		assertThat(walked(new FollowerSearch(APP_ID, null, true, 119, null, null, null, null, 10)))
			.containsExactly(ids.get(2));
		assertThat(walked(new FollowerSearch(APP_ID, null, true, null, "PLACE_9", null, null, null, 10)))
			.containsExactly(ids.get(2));
		assertThat(this.followers.byIds(ids)).hasSize(5);
		assertThat(this.followers.byIds(List.of())).isEmpty();
	}

	@Test
	void wholeOpenIdIsShownForAReasonThatIsRecorded() {
		FollowerId id = mother(null);
		assertThat(this.followers.reveal(Actor.system("test"), id, RevealReason.WORK)).isEqualTo(this.mother);
		assertThat(this.jdbc.sql("SELECT details FROM audit_entry WHERE action = 'follower.openid-revealed'")
			.query(String.class)
			.single()).isEqualTo("reason=WORK");
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.followers.reveal(Actor.system("test"), new FollowerId(0), RevealReason.WORK));
		assertThat(this.followers.open(new FollowerId(0))).isEmpty();
	}

}
