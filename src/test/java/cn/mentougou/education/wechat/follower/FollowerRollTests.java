package cn.mentougou.education.wechat.follower;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the platform says about many. */
class FollowerRollTests extends FollowerFixture {

	@Test
	void profileIsTakenOverUnlessWithdrawn() {
		FollowerId id = mother("S_1");
		Instant since = this.clock.instant().minusSeconds(90);
		pass(Duration.ofSeconds(1));
		assertThat(this.roll.profileDue(APP_ID, 1000)).extracting(FollowerRoll.Due::openId).contains(this.mother);
		profile(since, Set.of(101, 102), "王小明妈妈");
		Follower follower = this.followers.of(id);
		assertThat(follower.since()).isEqualTo(since);
		assertThat(follower.wayTitle()).isEqualTo("扫描二维码");
		assertThat(follower.remark()).isEqualTo("王小明妈妈");
		assertThat(follower.profileAt()).isNotNull();
		assertThat(this.followers.tagsOf(id)).containsExactly(101, 102);
		assertThat(this.holder.export(mothers()).get(0).fields()).containsEntry("unionid", "oUnion");
		assertThat(this.roll.profileDue(APP_ID, 1000)).extracting(FollowerRoll.Due::id).doesNotContain(id);
		this.followers.profileRevoked(APP_ID, this.mother, true);
		profile(since, Set.of(), "");
		assertThat(this.holder.export(mothers()).get(0).fields()).doesNotContainKey("unionid");
		assertThat(this.followers.tagsOf(id)).isEmpty();
		assertThat(this.followers.of(id).remark()).isEmpty();
	}

	@Test
	void answerFromBeforeAMarkLeavesTheMark() {
		FollowerId id = mother(null);
		Instant askedAt = this.clock.instant();
		pass(Duration.ofSeconds(1));
		this.marks.putOn(id, 107);
		this.marks.remark(id, "李老师");
		this.marks.block(id, true);
		this.roll.profiled(APP_ID, List.of(told(askedAt, Set.of(), "")), askedAt, Set.of());
		this.roll.blocked(APP_ID, List.of(this.mother), false, askedAt);
		assertThat(this.followers.tagsOf(id)).containsExactly(107);
		assertThat(this.followers.of(id).remark()).isEqualTo("李老师");
		assertThat(this.followers.of(id).blocked()).isTrue();
		pass(Duration.ofSeconds(1));
		profile(askedAt, Set.of(), "");
		this.roll.blocked(APP_ID, List.of(this.mother), false, this.clock.instant());
		assertThat(this.followers.tagsOf(id)).isEmpty();
		assertThat(this.followers.of(id).blocked()).isFalse();
		this.marks.putOn(id, 108);
		this.marks.takeOff(id, 108);
		this.marks.putOn(id, 109);
		assertThat(this.followers.wearing(APP_ID, 109)).isOne();
		assertThat(this.marks.takeOffSome(APP_ID, 109)).isFalse();
		assertThat(this.followers.tagsOf(id)).isEmpty();
	}

	@Test
	void platformsListMakesKnownAndWhoIsMissingIsAskedAbout() {
		FollowerId id = mother(null);
		pass(Duration.ofMinutes(1));
		Instant startedAt = this.clock.instant();
		String father = this.people.openId();
		assertThat(this.roll.listed(APP_ID, 77, List.of(father, father), startedAt)).isOne();
		assertThat(this.roll.listed(APP_ID, 77, List.of(father), startedAt)).isZero();
		assertThat(this.roll.missing(APP_ID, 77, startedAt, 0, 1000)).extracting(FollowerRoll.Due::id)
			.contains(id)
			.doesNotContain(this.people.id(father));
		pass(Duration.ofMinutes(1));
		FollowerRoll.Profile gone = new FollowerRoll.Profile(this.mother, false, null, null, "", Set.of(), null, null);
		assertThat(this.roll.profiled(APP_ID, List.of(gone), this.clock.instant(), Set.of())).isOne();
		assertThat(this.followers.of(id).isFollowing()).isFalse();
		assertThat(told(id)).containsExactly("Followed", "Unfollowed");
		this.roll.unknown(this.people.id(father));
	}

	@Test
	void whoUnfollowsAfterThePlatformWasAskedStaysUnfollowed() {
		FollowerId id = mother(null);
		Instant askedAt = this.clock.instant().plusSeconds(1);
		pass(Duration.ofSeconds(2));
		this.people.unfollows(this.mother);
		assertThat(this.roll.listed(APP_ID, 78, List.of(this.mother), askedAt)).isZero();
		assertThat(this.followers.of(id).isFollowing()).isFalse();
	}

}
