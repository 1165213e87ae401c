package cn.mentougou.wechatsim.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** Who follows, and the little that the platform still says about them. */
public final class UserApi {

	private static final int PAGE = 10_000;

	private static final int BATCH = 100;

	private final World world;

	public UserApi(World world) {
		this.world = world;
	}

	public List<Endpoint> endpoints() {
		return List.of(Endpoint.get("/cgi-bin/user/info", Permission.VERIFIED, this::info),
				Endpoint.post("/cgi-bin/user/info/batchget", Permission.VERIFIED, this::infos),
				Endpoint.get("/cgi-bin/user/get", Permission.VERIFIED, this::list));
	}

	private Object info(ApiCall call) {
		String openId = call.parameter("openid");
		if (openId.isEmpty()) {
			throw new ApiError(ErrorCode.OPENID_MISSING);
		}
		return profile(call.account(), openId);
	}

	private Object infos(ApiCall call) {
		JsonNode list = call.json().path("user_list");
		if (!list.isArray()) {
			throw new ApiError(ErrorCode.UNREADABLE);
		}
		if (list.isEmpty() || list.size() > BATCH) {
			throw new ApiError(ErrorCode.INVALID_OPENID_LIST_SIZE);
		}
		List<Object> profiles = new ArrayList<>();
		for (JsonNode each : list) {
			profiles.add(profile(call.account(), ApiCall.text(each, "openid")));
		}
		return Map.of("user_info_list", profiles);
	}

	/**
	 * A page ends with its last openid; the page after the last one is empty and says so.
	 */
	private Object list(ApiCall call) {
		List<String> all = world.followers().subscribedTo(call.account().appId());
		String after = call.parameter("next_openid");
		int from = after.isEmpty() ? 0 : all.indexOf(after) + 1;
		if (!after.isEmpty() && from == 0) {
			throw new ApiError(ErrorCode.INVALID_OPENID);
		}
		List<String> page = all.subList(from, Math.min(from + PAGE, all.size()));
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("total", all.size());
		answer.put("count", page.size());
		if (!page.isEmpty()) {
			answer.put("data", Map.of("openid", page));
		}
		answer.put("next_openid", page.isEmpty() ? "" : page.get(page.size() - 1));
		return answer;
	}

	private Map<String, Object> profile(SimAccount account, String openId) {
		Follower follower = world.followers()
			.find(account.appId(), openId)
			.orElseThrow(() -> new ApiError(ErrorCode.INVALID_OPENID));
		Map<String, Object> profile = new LinkedHashMap<>();
		profile.put("subscribe", follower.subscribed() ? 1 : 0);
		profile.put("openid", openId);
		if (!follower.subscribed()) {
			return profile;
		}
		List.of("nickname", "city", "province", "country", "headimgurl").forEach((name) -> profile.put(name, ""));
		profile.put("sex", 0);
		profile.put("language", "zh_CN");
		profile.put("subscribe_time", Objects.requireNonNull(follower.subscribedAt()).getEpochSecond());
		Optional<String> unionId = world.unionId(account, follower.personId());
		unionId.ifPresent((id) -> profile.put("unionid", id));
		profile.put("remark", follower.remark());
		profile.put("groupid", 0);
		profile.put("tagid_list", follower.tagIds());
		profile.put("subscribe_scene", follower.subscribeScene());
		String scene = Objects.requireNonNullElse(follower.qrScene(), "");
		boolean number = scene.matches("\\d{1,9}");
		profile.put("qr_scene", number ? Integer.parseInt(scene) : 0);
		profile.put("qr_scene_str", number ? "" : scene);
		return profile;
	}

}
