package cn.mentougou.wechatsim.world;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How one person stands to one account, kept after unfollowing because the openid stays.
 */
public record Follower(String appId, String personId, String openId, boolean subscribed, @Nullable Instant subscribedAt,
		String subscribeScene, @Nullable String qrScene, boolean numberedScene, String remark, List<Integer> tagIds,
		boolean blacklisted, boolean refusesMessages) {

	public Follower {
		tagIds = List.copyOf(tagIds);
	}

	static Follower stranger(String appId, String personId, String openId) {
		return new Follower(appId, personId, openId, false, null, "ADD_SCENE_OTHERS", null, false, "", List.of(), false,
				false);
	}

	Follower followed(Instant at, @Nullable Arrival by) {
		String scene = (by != null) ? "ADD_SCENE_QR_CODE" : "ADD_SCENE_SEARCH";
		return new Follower(appId, personId, openId, true, at, scene, (by != null) ? by.scene() : null,
				by != null && by.numbered(), remark, tagIds, blacklisted, refusesMessages);
	}

	/** Tags and remark are gone with the unfollow, the blacklist is not. */
	Follower unfollowed() {
		return new Follower(appId, personId, openId, false, null, subscribeScene, null, false, "", List.of(),
				blacklisted, refusesMessages);
	}

	public Follower withBlacklisted(boolean value) {
		return new Follower(appId, personId, openId, subscribed, subscribedAt, subscribeScene, qrScene, numberedScene,
				remark, tagIds, value, refusesMessages);
	}

	public Follower withRefusesMessages(boolean value) {
		return new Follower(appId, personId, openId, subscribed, subscribedAt, subscribeScene, qrScene, numberedScene,
				remark, tagIds, blacklisted, value);
	}

	public Follower withRemark(String value) {
		return new Follower(appId, personId, openId, subscribed, subscribedAt, subscribeScene, qrScene, numberedScene,
				value, tagIds, blacklisted, refusesMessages);
	}

	public Follower withTagIds(List<Integer> value) {
		return new Follower(appId, personId, openId, subscribed, subscribedAt, subscribeScene, qrScene, numberedScene,
				remark, value, blacklisted, refusesMessages);
	}

	/** The code by which a person came, with its scene, which is a number or a text. */
	public record Arrival(String scene, boolean numbered) {
	}

}
