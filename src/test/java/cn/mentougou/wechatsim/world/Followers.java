package cn.mentougou.wechatsim.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

	/** Whether the person follows the account; asking leaves no trace. */
	public synchronized boolean follows(String appId, String personId) {
		Follower follower = byOpenId.get(openId(appId, personId));
		return follower != null && follower.subscribed();
	}

	/** Openids of those who follow now, in the order of their following. */
	public List<String> subscribedTo(String appId) {
		return page(appId, "", Integer.MAX_VALUE, Follower::subscribed).openIds();
	}

	/**
	 * The openids that come after one of them, which may have unfollowed since. An openid
	 * that nobody has ever had here is a page of nothing with a total of minus one.
	 */
	public synchronized Page page(String appId, String after, int size, Predicate<Follower> which) {
		List<String> page = new ArrayList<>();
		int total = 0;
		boolean reached = after.isEmpty();
		for (Follower follower : byOpenId.values()) {
			if (!follower.appId().equals(appId)) {
				continue;
			}
			boolean wanted = which.test(follower);
			total += wanted ? 1 : 0;
			if (wanted && reached && page.size() < size) {
				page.add(follower.openId());
			}
			reached |= follower.openId().equals(after);
		}
		return new Page(reached ? total : -1, page);
	}

	public synchronized Follower follow(String appId, String personId, Instant at, Follower.@Nullable Arrival by) {
		Follower follower = of(appId, personId).followed(at, by);
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

	/** Changes everybody who ever met the account. */
	public synchronized void changeAll(String appId, UnaryOperator<Follower> change) {
		byOpenId.replaceAll((openId, follower) -> follower.appId().equals(appId) ? change.apply(follower) : follower);
	}

	/** How many people have each tag. */
	public synchronized Map<Integer, Integer> tagCounts(String appId) {
		Map<Integer, Integer> counts = new HashMap<>();
		byOpenId.values()
			.stream()
			.filter((follower) -> follower.subscribed() && follower.appId().equals(appId))
			.forEach((follower) -> follower.tagIds().forEach((id) -> counts.merge(id, 1, Integer::sum)));
		return counts;
	}

	synchronized List<Follower> all() {
		return List.copyOf(byOpenId.values());
	}

	synchronized void replace(Collection<Follower> followers) {
		byOpenId.clear();
		followers.forEach((follower) -> byOpenId.put(follower.openId(), follower));
	}

	/** Some of an account's openids, and how many there are in all. */
	public record Page(int total, List<String> openIds) {
	}

}
