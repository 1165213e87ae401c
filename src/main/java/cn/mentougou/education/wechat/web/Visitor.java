package cn.mentougou.education.wechat.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.follower.Follower;

/**
 * Who opened a page in WeChat; a parameter of the controllers of {@code /h5}. Asked for
 * anew at each request.
 *
 * @param session the number of the session
 * @param appId the service account
 * @param openId whom the account knows
 * @param follower the follower with this openid, or null if the person never followed
 * @param endsAt until when the session counts
 */
public record Visitor(long session, String appId, String openId, @Nullable Follower follower, Instant endsAt) {

	/** The attribute of the request that holds the visitor. */
	static final String ATTRIBUTE = "visitor";

	/** Whether the person follows the account now. */
	public boolean isFollowing() {
		return this.follower != null && this.follower.isFollowing();
	}

	/** Keeps the person out of every log. */
	@Override
	public String toString() {
		return "Visitor[" + this.session + "]";
	}

}
