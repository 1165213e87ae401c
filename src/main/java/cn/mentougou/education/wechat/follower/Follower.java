package cn.mentougou.education.wechat.follower;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A person who follows an account, or did.
 *
 * @param id the number
 * @param appId the account
 * @param state whether the person follows now
 * @param blocked whether the person stands on the account's block list (黑名单)
 * @param since when the person followed last
 * @param stateAt since when the state is as it is
 * @param way how the person came, the platform's {@code subscribe_scene}; null before it
 * was asked
 * @param scene the scene of the QR code that led here, if there was one
 * @param profileAt when the platform was last asked about the person, or null
 * @param remark what the staff call the person at the platform (备注名); empty if nothing
 */
public record Follower(FollowerId id, String appId, FollowerState state, boolean blocked, Instant since,
		Instant stateAt, @Nullable String way, @Nullable String scene, @Nullable Instant profileAt, String remark) {

	/** Whether the person follows now. */
	public boolean isFollowing() {
		return this.state == FollowerState.FOLLOWING;
	}

	/** How the person came, in Chinese. */
	public String wayTitle() {
		return Way.title(this.way);
	}

	/** Keeps the person out of every log. */
	@Override
	public String toString() {
		return "Follower[" + this.id.value() + " " + this.appId + " " + this.state + "]";
	}

}
