package cn.mentougou.education.wechat.mark;

import java.time.Instant;

import cn.mentougou.education.wechat.follower.FollowerId;

/**
 * Something that the platform is still to do for a follower, or refused.
 *
 * @param id the number
 * @param follower for whom
 * @param kind what
 * @param tagId which tag, by the platform's number; 0 if it is about none
 * @param isRefused whether the platform refused it
 * @param reason why, as the platform's code; empty if it was not asked yet
 * @param askedAt since when it is wished
 */
public record MarkOrder(long id, FollowerId follower, MarkKind kind, int tagId, boolean isRefused, String reason,
		Instant askedAt) {

	/** How it stands, in Chinese. */
	public String standing() {
		if (!this.isRefused) {
			return this.reason.isEmpty() ? "几秒内生效" : "微信暂时没有办成，稍后自动再试";
		}
		return switch (this.reason) {
			case "45059" -> "微信没有办：这个人已经有 20 个标签";
			case "40003", "49003" -> "微信没有办：这个人已不再关注";
			case "45159", "40050" -> "微信没有办：这个标签已经不存在";
			default -> "微信没有办（返回码 " + this.reason + "）";
		};
	}

}
