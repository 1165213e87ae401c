package cn.mentougou.wechatsim.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.platform.AccessTokens;
import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiCounters;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.platform.Ok;
import cn.mentougou.wechatsim.platform.Permission;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** Tokens, addresses and quotas. */
public final class BaseApi {

	private static final List<String> CALLBACK_ADDRESSES = List.of("127.0.0.1", "127.0.0.2");

	private final World world;

	private final AccessTokens tokens;

	private final ApiCounters counters;

	public BaseApi(World world, AccessTokens tokens, ApiCounters counters) {
		this.world = world;
		this.tokens = tokens;
		this.counters = counters;
	}

	public List<Endpoint> endpoints() {
		return List.of(Endpoint.open("GET", "/cgi-bin/token", this::token).daily(2_000),
				Endpoint.open("POST", "/cgi-bin/stable_token", this::stableToken).daily(500_000),
				Endpoint.get("/cgi-bin/getcallbackip", Permission.EVERYBODY,
						(call) -> Map.of("ip_list", CALLBACK_ADDRESSES)),
				Endpoint.get("/cgi-bin/get_api_domain_ip", Permission.EVERYBODY,
						(call) -> Map.of("ip_list", List.of("127.0.0.1"))),
				Endpoint.post("/cgi-bin/clear_quota", Permission.VERIFIED, this::clearQuota),
				Endpoint.post("/cgi-bin/openapi/quota/get", Permission.EVERYBODY, this::quota));
	}

	private Object token(ApiCall call) {
		SimAccount account = account(call.parameter("grant_type"), call.parameter("appid"), call.parameter("secret"));
		return answer(tokens.legacy(account));
	}

	private Object stableToken(ApiCall call) {
		JsonNode force = call.json().path("force_refresh");
		if (!force.isMissingNode() && !force.isBoolean()) {
			throw new ApiError(ErrorCode.UNREADABLE);
		}
		SimAccount account = account(call.text("grant_type"), call.text("appid"), call.text("secret"));
		return answer(tokens.stable(account, force.asBoolean(false)));
	}

	private SimAccount account(String grantType, String appId, String secret) {
		if (!grantType.equals("client_credential")) {
			throw new ApiError(ErrorCode.INVALID_GRANT_TYPE);
		}
		if (appId.isEmpty()) {
			throw new ApiError(ErrorCode.APPID_MISSING);
		}
		if (secret.isEmpty()) {
			throw new ApiError(ErrorCode.SECRET_MISSING);
		}
		SimAccount account = world.account(appId).orElseThrow(() -> new ApiError(ErrorCode.INVALID_APPID));
		if (!account.secret().equals(secret)) {
			throw new ApiError(ErrorCode.INVALID_SECRET);
		}
		return account;
	}

	private static Map<String, Object> answer(AccessTokens.Grant grant) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("access_token", grant.token());
		answer.put("expires_in", grant.expiresIn());
		return answer;
	}

	private Object clearQuota(ApiCall call) {
		if (!call.text("appid").equals(call.account().appId())) {
			throw new ApiError(ErrorCode.INVALID_APPID);
		}
		counters.clear(call.account().appId());
		return Ok.OK;
	}

	private Object quota(ApiCall call) {
		ApiCounters.Usage usage = counters.usage(call.account().appId(), call.text("cgi_path"));
		return Map.of("errcode", 0, "errmsg", "ok", "quota",
				Map.of("daily_limit", usage.limit(), "used", usage.used(), "remain", usage.limit() - usage.used()));
	}

}
