package cn.mentougou.wechatsim.world;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/** Who follows whom, in the order in which they first met. */
public final class Followers {

	private final Map<String, Follower> byOpenId = new LinkedHashMap<>();

	private final SeededRandom random;

	Followers(SeededRandom random) {
		this.random = random;
	}

	/** The openid of a person for an account: always the same one. */
	public String openId(String appId, String personId) {
		return "o" + random.text(27, "openid", appId, personId);
	}

	public synchronized Follower of(String appId, String personId) {
		String openId = openId(appId, personId);
		return byOpenId.computeIfAbsent(openId, (id) -> Follower.stranger(appId, personId, id));
	}

	public synchronized Optional<Follower> find(String appId, String openId) {
		return Optional.ofNullable(byOpenId.get(openId)).filter((follower) -> follower.appId().equals(appId));
	}

	/** Openids of those who follow now, in the order of their following. */
	public synchronized List<String> subscribedTo(String appId) {
		return byOpenId.values()
			.stream()
			.filter((follower) -> follower.subscribed() && follower.appId().equals(appId))
			.map(Follower::openId)
			.toList();
	}

	public synchronized List<String> followedBy(String personId) {
		return byOpenId.values()
			.stream()
			.filter((follower) -> follower.subscribed() && follower.personId().equals(personId))
			.map(Follower::appId)
			.toList();
	}

	public synchronized Follower follow(String appId, String personId, Instant at, @Nullable String scene) {
		Follower follower = of(appId, personId).followed(at, scene);
		byOpenId.remove(follower.openId());
		byOpenId.put(follower.openId(), follower);
		return follower;
	}

	public synchronized Follower unfollow(String appId, String personId) {
		return change(appId, personId, Follower::unfollowed);
	}

	public synchronized Follower change(String appId, String personId, UnaryOperator<Follower> change) {
		Follower changed = change.apply(of(appId, personId));
		byOpenId.put(changed.openId(), changed);
		return changed;
	}

	synchronized List<Follower> all() {
		return List.copyOf(byOpenId.values());
	}

	synchronized void replace(Collection<Follower> followers) {
		byOpenId.clear();
		followers.forEach((follower) -> byOpenId.put(follower.openId(), follower));
	}

}
