package cn.mentougou.education.wechat.follower;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the platform says about a person ({@code user/info}); since 2021 neither name nor
 * picture.
 *
 * @param openId the person
 * @param isFollowing whether the person follows; if not, nothing else is said
 * @param since when the person followed
 * @param unionId the id that all accounts of one open platform share
 * @param remark what the staff call the person
 * @param tagIds the tags that the person wears
 * @param way how the person came
 * @param scene the scene of the QR code that led here
 */
public record FollowerProfile(String openId, boolean isFollowing, @Nullable Instant since, @Nullable String unionId,
		String remark, Set<Integer> tagIds, @Nullable String way, @Nullable String scene) {

	/** Copies the tags. */
	public FollowerProfile {
		tagIds = Set.copyOf(tagIds);
	}

	/** Keeps the person out of every log. */
	@Override
	public String toString() {
		return "FollowerProfile[" + this.isFollowing + "]";
	}

}
