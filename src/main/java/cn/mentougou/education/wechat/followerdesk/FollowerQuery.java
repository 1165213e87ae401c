package cn.mentougou.education.wechat.followerdesk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

import cn.mentougou.education.wechat.follower.FollowerSearch;
import cn.mentougou.education.wechat.follower.FollowerState;

/**
 * What is typed above the list.
 *
 * @param account the account
 * @param state {@code FOLLOWING}, {@code UNFOLLOWED} or {@code ALL}
 * @param tag only those who wear this tag, by the platform's number
 * @param scene only those whom this scene led here
 * @param from only those who followed on this day or later
 * @param until only those who followed on this day or before
 * @param after where the page begins
 */
record FollowerQuery(@Nullable String account, @Nullable String state, @Nullable Integer tag, @Nullable String scene,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until, @Nullable String after) {

	/** Nothing typed. */
	static final FollowerQuery NOTHING = new FollowerQuery(null, null, null, null, null, null, null);

	private static final String ALL = "ALL";

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	/**
	 * The same with the first account in the place of none, and a state that there is.
	 */
	FollowerQuery filled(String firstAccount) {
		return new FollowerQuery((this.account == null || this.account.isEmpty()) ? firstAccount : this.account,
				(FollowerState.UNFOLLOWED.name().equals(this.state) || ALL.equals(this.state)) ? this.state
						: FollowerState.FOLLOWING.name(),
				this.tag, (this.scene == null || this.scene.isBlank()) ? null : this.scene.strip(), this.from,
				this.until, this.after);
	}

	FollowerSearch search(int limit) {
		LocalDate last = this.until;
		return new FollowerSearch(Objects.requireNonNull(this.account),
				ALL.equals(this.state) ? null : FollowerState.valueOf(Objects.requireNonNull(this.state)), false,
				this.tag, this.scene, (this.from != null) ? this.from.atStartOfDay(BEIJING).toInstant() : null,
				(last != null && last.isBefore(LocalDate.MAX)) ? last.plusDays(1).atStartOfDay(BEIJING).toInstant()
						: null,
				null, limit);
	}

	@Override
	public String toString() {
		return "FollowerQuery";
	}

}
