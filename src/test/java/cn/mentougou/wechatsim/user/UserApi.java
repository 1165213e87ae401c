package cn.mentougou.wechatsim.user;

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
import cn.mentougou.wechatsim.platform.Ok;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.Follower;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** Who follows, and the little that the platform still says about them. */
public final class UserApi {

	private static final int REMARK_LENGTH = 30;

	private static final int BATCH = 100;

	private final World world;

	private final OpenIds openIds;

	public UserApi(World world) {
		this.world = world;
		this.openIds = new OpenIds(world);
	}

	public List<Endpoint> endpoints() {
		return List.of(Endpoint.get("/cgi-bin/user/info", Permission.VERIFIED, this::info).daily(5_000_000),
				Endpoint.post("/cgi-bin/user/info/batchget", Permission.VERIFIED, this::infos),
				Endpoint.post("/cgi-bin/user/info/updateremark", Permission.VERIFIED, this::remark).daily(10_000),
				Endpoint.get("/cgi-bin/user/get", Permission.VERIFIED, this::list).daily(500));
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

	private Object list(ApiCall call) {
		return openIds.page(call, call.parameter("next_openid"), Follower::subscribed);
	}

	private Object remark(ApiCall call) {
		Follower follower = openIds.follower(call, call.text("openid"));
		String remark = call.text("remark");
		if (remark.codePointCount(0, remark.length()) >= REMARK_LENGTH) {
			throw UserCode.REMARK_LENGTH.error();
		}
		world.followers().change(follower.appId(), follower.personId(), (changed) -> changed.withRemark(remark));
		return Ok.OK;
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
		profile.put("groupid", follower.tagIds().stream().findFirst().orElse(0));
		profile.put("tagid_list", follower.tagIds());
		profile.put("subscribe_scene", follower.subscribeScene());
		String scene = Objects.requireNonNullElse(follower.qrScene(), "");
		profile.put("qr_scene", follower.numberedScene() ? Long.parseLong(scene) : 0);
		profile.put("qr_scene_str", follower.numberedScene() ? "" : scene);
		return profile;
	}

}
