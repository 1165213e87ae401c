package cn.mentougou.education.wechat.follower;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.list.Cursor;

/**
 * Which followers of an account are wanted, newest first.
 *
 * @param appId the account
 * @param state only in this state, or null
 * @param blocked only those on the block list
 * @param tagId only those who wear this tag, or null
 * @param scene only those whom this scene led here, or null
 * @param from only those who followed at this time or later, or null
 * @param until only those who followed before this time, or null
 * @param after the row before the first one, or null
 * @param limit how many at most
 */
public record FollowerSearch(String appId, @Nullable FollowerState state, boolean blocked, @Nullable Integer tagId,
		@Nullable String scene, @Nullable Instant from, @Nullable Instant until, @Nullable Cursor after, int limit) {

	/** All who follow the account. */
	public static FollowerSearch following(String appId, int limit) {
		return new FollowerSearch(appId, FollowerState.FOLLOWING, false, null, null, null, null, null, limit);
	}

	/** The same search from another row on. */
	public FollowerSearch after(@Nullable Cursor after, int limit) {
		return new FollowerSearch(this.appId, this.state, this.blocked, this.tagId, this.scene, this.from, this.until,
				after, limit);
	}

	/** Where the page begins; null on the first one. */
	public @Nullable Instant afterSince() {
		return (this.after != null) ? this.after.time() : null;
	}

	/** Among rows of the same time; 0 on the first page. */
	public long afterId() {
		return (this.after != null) ? this.after.id() : 0;
	}

}
