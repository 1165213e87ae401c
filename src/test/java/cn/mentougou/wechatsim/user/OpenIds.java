package cn.mentougou.wechatsim.user;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.Followers;
import cn.mentougou.wechatsim.world.World;

/** Reads the openids of a call and writes pages of them. */
final class OpenIds {

	private static final int PAGE = 10_000;

	private final World world;

	OpenIds(World world) {
		this.world = world;
	}

	/** The follower whom an openid means; who unfollowed is not one. */
	Follower follower(ApiCall call, String openId) {
		return world.followers()
			.find(call.account().appId(), openId)
			.filter(Follower::subscribed)
			.orElseThrow(() -> (isOfAnotherAccount(call, openId) ? UserCode.FOREIGN_OPENID : UserCode.INVALID_OPENID)
				.error());
	}

	/** The followers in {@code openid_list}; one bad openid refuses the call. */
	List<Follower> followers(ApiCall call, int atMost) {
		JsonNode list = call.json().path("openid_list");
		if (!list.isArray()) {
			throw new ApiError(ErrorCode.UNREADABLE, "data format error: openid_list must be an array");
		}
		if (list.isEmpty() || list.size() > atMost) {
			throw UserCode.LIST_SIZE.error();
		}
		List<Follower> followers = new ArrayList<>();
		for (JsonNode each : list) {
			followers.add(follower(call, each.asString("")));
		}
		return followers;
	}

	/**
	 * A page ends with its last openid; the page after the last one is empty and says so.
	 */
	Map<String, Object> page(ApiCall call, String after, Predicate<Follower> which) {
		Followers.Page page = world.followers().page(call.account().appId(), after, PAGE, which);
		if (page.total() < 0) {
			throw UserCode.INVALID_OPENID.error();
		}
		List<String> openIds = page.openIds();
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("total", page.total());
		answer.put("count", openIds.size());
		if (!openIds.isEmpty()) {
			answer.put("data", Map.of("openid", openIds));
		}
		answer.put("next_openid", openIds.isEmpty() ? "" : openIds.get(openIds.size() - 1));
		return answer;
	}

	private boolean isOfAnotherAccount(ApiCall call, String openId) {
		return world.accounts()
			.stream()
			.filter((account) -> !account.equals(call.account()))
			.anyMatch((account) -> world.followers().find(account.appId(), openId).isPresent());
	}

}
