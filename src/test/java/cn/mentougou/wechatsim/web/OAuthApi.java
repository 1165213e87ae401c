package cn.mentougou.wechatsim.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.mentougou.wechatsim.platform.ApiCall;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.ErrorCode;
import cn.mentougou.wechatsim.world.Person;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** The calls of an account's server behind web authorisation. */
final class OAuthApi {

	private static final int CODE_MISSING = 41008;

	private static final int REFRESH_TOKEN_MISSING = 41003;

	private final World world;

	private final WebGrants grants;

	OAuthApi(World world, WebGrants grants) {
		this.world = world;
		this.grants = grants;
	}

	List<Endpoint> endpoints() {
		return List.of(Endpoint.open("GET", "/sns/oauth2/access_token", this::exchange),
				Endpoint.open("GET", "/sns/oauth2/refresh_token", this::refresh),
				Endpoint.open("GET", "/sns/auth", this::check), Endpoint.open("GET", "/sns/userinfo", this::profile));
	}

	private Object exchange(ApiCall call) {
		SimAccount account = account(call);
		if (call.parameter("secret").isEmpty()) {
			throw new ApiError(ErrorCode.SECRET_MISSING);
		}
		if (!account.secret().equals(call.parameter("secret"))) {
			throw new ApiError(ErrorCode.INVALID_SECRET);
		}
		require(call, "authorization_code", "code", CODE_MISSING);
		return answer(grants.exchange(account, call.parameter("code")));
	}

	private Object refresh(ApiCall call) {
		SimAccount account = account(call);
		require(call, "refresh_token", "refresh_token", REFRESH_TOKEN_MISSING);
		return answer(grants.refresh(account, call.parameter("refresh_token")));
	}

	private Object check(ApiCall call) {
		grant(call);
		return Map.of("errcode", 0, "errmsg", "ok");
	}

	private Object profile(ApiCall call) {
		WebGrants.Grant grant = grant(call);
		if (grant.scope() != WebGrants.Scope.snsapi_userinfo) {
			throw new ApiError(ErrorCode.UNAUTHORIZED);
		}
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("openid", grant.openId());
		answer.put("nickname",
				grant.snapshot() ? "微信用户" : world.person(grant.personId()).map(Person::nickname).orElse("微信用户"));
		answer.put("sex", 0);
		List.of("language", "city", "province", "country", "headimgurl").forEach((name) -> answer.put(name, ""));
		answer.put("privilege", List.of());
		if (grant.unionId() != null) {
			answer.put("unionid", grant.unionId());
		}
		return answer;
	}

	private SimAccount account(ApiCall call) {
		if (call.parameter("appid").isEmpty()) {
			throw new ApiError(ErrorCode.APPID_MISSING);
		}
		return world.account(call.parameter("appid")).orElseThrow(() -> new ApiError(ErrorCode.INVALID_APPID));
	}

	private WebGrants.Grant grant(ApiCall call) {
		WebGrants.Grant grant = grants.grant(call.parameter("access_token"));
		if (!grant.openId().equals(call.parameter("openid"))) {
			throw new ApiError(ErrorCode.INVALID_OPENID);
		}
		return grant;
	}

	private static void require(ApiCall call, String grantType, String name, int missing) {
		if (!call.parameter("grant_type").equals(grantType)) {
			throw new ApiError(ErrorCode.INVALID_GRANT_TYPE);
		}
		if (call.parameter(name).isEmpty()) {
			throw new ApiError(missing, "missing " + name);
		}
	}

	private static Map<String, Object> answer(WebGrants.Token token) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("access_token", token.value());
		answer.put("expires_in", WebGrants.TOKEN_LIFE.toSeconds());
		answer.put("refresh_token", token.refresh());
		answer.put("openid", token.grant().openId());
		answer.put("scope", token.grant().scope().name());
		if (token.grant().snapshot()) {
			answer.put("is_snapshotuser", 1);
		}
		if (token.grant().unionId() != null) {
			answer.put("unionid", token.grant().unionId());
		}
		return answer;
	}

}
