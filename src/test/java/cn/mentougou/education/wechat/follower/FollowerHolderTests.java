package cn.mentougou.education.wechat.follower;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Resealing;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person gets, and how it goes. */
class FollowerHolderTests extends FollowerFixture {

	@Test
	void whoUnfollowedIsErasedAfterSevenDaysUnlessHeld() {
		FollowerId id = mother(null);
		this.marks.putOn(id, 101);
		pass(Duration.ofSeconds(1));
		this.people.unfollows(this.mother);
		pass(Duration.ofDays(7));
		retain(PersonKeys.NONE);
		assertThat(this.followers.find(id)).isPresent();
		pass(Duration.ofMillis(1));
		retain(mothers());
		assertThat(this.followers.find(id)).isPresent();
		retain(PersonKeys.NONE);
		assertThat(this.followers.find(id)).isEmpty();
		assertThat(this.followers.find(APP_ID, this.mother)).isEmpty();
		assertThat(this.followers.tagsOf(id)).isEmpty();
		assertThat(told(id)).endsWith("Unfollowed", "Erased");
	}

	@Test
	void newFollowCancelsTheErasure() {
		FollowerId id = mother(null);
		this.marks.putOn(id, 101);
		pass(Duration.ofSeconds(1));
		this.people.unfollows(this.mother);
		pass(Duration.ofDays(6));
		this.people.follows(this.mother, null);
		pass(Duration.ofDays(30));
		retain(PersonKeys.NONE);
		assertThat(this.followers.of(id).isFollowing()).isTrue();
		assertThat(this.followers.tagsOf(id)).containsExactly(101);
	}

	@Test
	void personGetsAndErasesWhatIsHeld() {
		FollowerId id = mother("S_3");
		assertThat(this.holder.export(mothers())).singleElement()
			.satisfies((item) -> assertThat(item.fields()).containsEntry("openid", this.mother)
				.containsEntry("二维码场景", "S_3"));
		assertThat(this.holder.erasable(mothers())).isEqualTo(Erasure.of(1));
		assertThat(this.holder.erase(mothers())).isEqualTo(Erasure.of(1));
		assertThat(this.holder.erase(mothers())).isEqualTo(Erasure.NOTHING);
		assertThat(this.holder.export(PersonKeys.NONE)).isEmpty();
		assertThat(told(id)).endsWith("Erased");
	}

	@Test
	void everySealedValueIsSealedAgain() {
		FollowerId id = mother(null);
		pass(Duration.ofSeconds(1));
		profile(this.clock.instant(), Set.of(), "备注");
		Resealing resealing = new Resealing(this.vault);
		this.holder.reseal(String.valueOf(id.value() - 1), resealing);
		assertThat(resealing.seen()).isEqualTo(3);
		assertThat(this.holder.reseal(String.valueOf(Long.MAX_VALUE), resealing)).isEmpty();
		RollMapper mapper = this.rollMapper;
		FollowerMapper.Secrets row = mapper.secretsAfter(id.value() - 1, 1).get(0);
		assertThat(mapper.exchangeOpenId(row.id(), row.openId(), row.openId())).isOne();
		assertThat(mapper.exchangeUnionId(row.id(), row.unionId(), row.unionId())).isOne();
		assertThat(mapper.exchangeRemark(row.id(), row.remark(), row.remark())).isOne();
	}

}
