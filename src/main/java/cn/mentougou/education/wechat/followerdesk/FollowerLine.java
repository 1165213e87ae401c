package cn.mentougou.education.wechat.followerdesk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

import cn.mentougou.education.office.privacy.Mask;
import cn.mentougou.education.wechat.follower.Follower;

/**
 * A follower as a line of the list.
 *
 * @param id the number
 * @param remark so much of what the staff call the person
 * @param state how the person stands to the account
 * @param since when the person followed
 * @param way how
 * @param scene the scene of the QR code; empty if there was none
 */
record FollowerLine(long id, String remark, String state, Instant since, String way, String scene) {

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	static FollowerLine of(Follower follower) {
		return new FollowerLine(follower.id().value(), Mask.name(follower.remark()),
				follower.state().title() + (follower.blocked() ? "，黑名单" : ""), follower.since(), follower.wayTitle(),
				Objects.requireNonNullElse(follower.scene(), ""));
	}

	/** When the person followed, as people here read it. */
	public String sinceWords() {
		return words(this.since);
	}

	/** A time as people here read it. */
	static String words(Instant at) {
		return WHEN.format(at);
	}

	@Override
	public String toString() {
		return "FollowerLine[" + this.id + "]";
	}

}
