package cn.mentougou.wechatsim.platform;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.fault.Faults;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.World;

/**
 * The checks that every call passes, in the platform's order: address, method, token,
 * permission, ordered faults, counters, body; only then the endpoint itself.
 */
final class ApiGate {

	private static final System.Logger LOG = System.getLogger(ApiGate.class.getName());

	private final World world;

	private final AccessTokens tokens;

	private final ApiCounters counters;

	private final Faults faults;

	private final Rules rules;

	private final Map<String, Endpoint> endpoints;

	ApiGate(World world, AccessTokens tokens, ApiCounters counters, Access access) {
		this.world = world;
		this.tokens = tokens;
		this.counters = counters;
		this.faults = access.faults();
		this.rules = access.rules();
		this.endpoints = access.endpoints().stream().collect(Collectors.toMap(Endpoint::path, Function.identity()));
	}

	/** Answers a call; {@code number} makes the {@code rid} of an error. */
	ApiOutcome answer(ApiCall call, String number) {
		Struck struck = new Struck(List.of());
		try {
			Endpoint endpoint = endpoint(call);
			authenticate(endpoint, call);
			struck = new Struck(strike(call));
			if (struck.breaksOff()) {
				return new ApiOutcome("", struck.faults());
			}
			struck.refuse();
			if (struck.touchesTokens()) {
				authenticate(endpoint, call);
			}
			count(call);
			check(endpoint, call);
			return ApiOutcome.of(endpoint.handler().answer(call), struck.faults());
		}
		catch (ApiError ex) {
			return new ApiOutcome(Json.write(error(ex, number)), struck.faults());
		}
		catch (RuntimeException ex) {
			// A mistake of the simulator itself must be seen, not taken for a lost
			// answer.
			LOG.log(System.Logger.Level.ERROR, "the simulator failed on " + call.request().path(), ex);
			return new ApiOutcome(Json.write(error(new ApiError(-1, "simulator: " + ex), number)), struck.faults());
		}
	}

	private Endpoint endpoint(ApiCall call) {
		Endpoint endpoint = Optional.ofNullable(endpoints.get(call.request().path()))
			.orElseThrow(() -> new ApiError(ErrorCode.INVALID_URL));
		if (!endpoint.method().equals(call.request().method())) {
			throw new ApiError(endpoint.method().equals("GET") ? ErrorCode.GET_NEEDED : ErrorCode.POST_NEEDED);
		}
		return endpoint;
	}

	private void authenticate(Endpoint endpoint, ApiCall call) {
		if (!endpoint.withToken()) {
			return;
		}
		call.account(tokens.accountOf(call.parameter("access_token")));
		if (rules.strict().getAsBoolean() && !endpoint.permission().isGrantedTo(call.account())) {
			throw new ApiError(ErrorCode.UNAUTHORIZED);
		}
	}

	private List<Fault> strike(ApiCall call) {
		return faults.strikeCall(new Fault.Target(call.namedAppId(), call.request().path(), call.namedOpenId()));
	}

	private void count(ApiCall call) {
		String appId = call.namedAppId();
		if (rules.strict().getAsBoolean() && world.account(appId).isPresent()) {
			counters.count(String.valueOf(appId), call.request().path());
		}
	}

	private void check(Endpoint endpoint, ApiCall call) {
		if (endpoint.method().equals("POST") && !endpoint.upload()) {
			call.json();
			if (rules.refuseEscapes() && call.request().body().contains("\\u")) {
				throw new ApiError(ErrorCode.INVALID_CHARACTERS);
			}
		}
	}

	private Map<String, Object> error(ApiError error, String number) {
		String rid = "rid: " + part(number, 0) + "-" + part(number, 1) + "-" + part(number, 2);
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("errcode", error.code());
		answer.put("errmsg", error.getMessage() + " " + rid);
		answer.putAll(error.more());
		return answer;
	}

	private String part(String number, int index) {
		return world.random().hex(8, "rid", number, index);
	}

	/** What lies behind the checks. */
	record Access(Collection<Endpoint> endpoints, Faults faults, Rules rules) {
	}

	/** How strict the platform is. */
	record Rules(BooleanSupplier strict, boolean refuseEscapes) {
	}

	/** The faults that strike one call. */
	private record Struck(List<Fault> faults) {

		boolean breaksOff() {
			return faults.stream()
				.anyMatch((fault) -> fault.action() == FaultAction.DROP_BEFORE || fault.action() == FaultAction.HTTP);
		}

		void refuse() {
			faults.stream().filter((fault) -> fault.action() == FaultAction.ERRCODE).findFirst().ifPresent((fault) -> {
				throw new ApiError(fault.errcode(), fault.errmsg());
			});
		}

		boolean touchesTokens() {
			return faults.stream()
				.anyMatch((fault) -> fault.action() == FaultAction.TOKEN_INVALIDATE
						|| fault.action() == FaultAction.TOKEN_EXPIRE || fault.action() == FaultAction.TOKEN_GRACE_OFF);
		}

	}

}
