package cn.mentougou.wechatsim.world;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How one person stands to one account, kept after unfollowing because the openid stays.
 */
public record Follower(String appId, String personId, String openId, boolean subscribed, @Nullable Instant subscribedAt,
		String subscribeScene, @Nullable String qrScene, String remark, List<Integer> tagIds, boolean blacklisted,
		boolean refusesMessages) {

	static Follower stranger(String appId, String personId, String openId) {
		return new Follower(appId, personId, openId, false, null, "ADD_SCENE_OTHERS", null, "", List.of(), false,
				false);
	}

	Follower followed(Instant at, @Nullable String scene) {
		return new Follower(appId, personId, openId, true, at,
				(scene != null) ? "ADD_SCENE_QR_CODE" : "ADD_SCENE_SEARCH", scene, remark, tagIds, blacklisted,
				refusesMessages);
	}

	/** Tags and remark are gone with the unfollow, the blacklist is not. */
	Follower unfollowed() {
		return new Follower(appId, personId, openId, false, null, subscribeScene, null, "", List.of(), blacklisted,
				refusesMessages);
	}

	public Follower withBlacklisted(boolean value) {
		return new Follower(appId, personId, openId, subscribed, subscribedAt, subscribeScene, qrScene, remark, tagIds,
				value, refusesMessages);
	}

	public Follower withRefusesMessages(boolean value) {
		return new Follower(appId, personId, openId, subscribed, subscribedAt, subscribeScene, qrScene, remark, tagIds,
				blacklisted, value);
	}

}
