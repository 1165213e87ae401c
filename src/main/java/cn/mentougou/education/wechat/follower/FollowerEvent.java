package cn.mentougou.education.wechat.follower;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something changed about a follower. Published inside the transaction that records it:
 * listeners write in the same one and call nothing outside.
 */
public sealed interface FollowerEvent {

	/** The follower. */
	FollowerId id();

	/** The account. */
	String appId();

	/**
	 * A person follows who did not, or becomes known as a follower.
	 *
	 * @param id the follower
	 * @param appId the account
	 * @param scene the scene of the QR code that led here, as far as it is known
	 * @param at when
	 * @param isBack whether the person followed before and was not erased meanwhile
	 */
	record Followed(FollowerId id, String appId, @Nullable String scene, Instant at,
			boolean isBack) implements FollowerEvent {
	}

	/** A person follows no more: what the following opened is closed at once. */
	record Unfollowed(FollowerId id, String appId, Instant at) implements FollowerEvent {
	}

	/**
	 * The platform told more about a follower.
	 *
	 * @param id the follower
	 * @param appId the account
	 * @param since when the person followed
	 * @param way how
	 * @param scene the scene of the QR code that led here
	 */
	record Profiled(FollowerId id, String appId, Instant since, @Nullable String way,
			@Nullable String scene) implements FollowerEvent {
	}

	/**
	 * The platform cleaned the person's profile, or the person withdrew it: delete it.
	 */
	record ProfileRevoked(FollowerId id, String appId) implements FollowerEvent {
	}

	/**
	 * Everything about a follower is erased; whoever keeps something under the number
	 * erases it now. Counts stay.
	 */
	record Erased(FollowerId id, String appId) implements FollowerEvent {
	}

}
