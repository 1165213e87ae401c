package cn.mentougou.wechatsim.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** Codes, the tokens they are changed into, and what renews those. */
final class WebGrants {

	static final int INVALID_CODE = 40029;

	static final int INVALID_REFRESH_TOKEN = 40030;

	static final int CODE_USED = 40163;

	static final int TOKEN_EXPIRED = 42001;

	static final int REFRESH_TOKEN_EXPIRED = 42002;

	static final int CODE_EXPIRED = 42003;

	static final Duration CODE_LIFE = Duration.ofSeconds(300);

	static final Duration TOKEN_LIFE = Duration.ofSeconds(7200);

	static final Duration REFRESH_LIFE = Duration.ofDays(30);

	private final World world;

	private final Map<String, Code> codes = new LinkedHashMap<>();

	private final Map<String, Token> tokens = new LinkedHashMap<>();

	private final Map<String, Token> refreshTokens = new LinkedHashMap<>();

	WebGrants(World world) {
		this.world = world;
	}

	/** A new code for what the person allowed. */
	synchronized String code(Grant grant) {
		String value = world.random().text(32, "code", world.nextId("code"));
		codes.put(value, new Code(grant, now().plus(CODE_LIFE), false));
		return value;
	}

	/** What a code stands for; it is used up by the first who asks. */
	synchronized Token exchange(SimAccount account, String value) {
		Code code = codes.get(value);
		if (code == null || !code.grant().appId().equals(account.appId())) {
			throw new ApiError(INVALID_CODE, "invalid code");
		}
		if (code.used()) {
			throw new ApiError(CODE_USED, "code been used");
		}
		if (!now().isBefore(code.expiresAt())) {
			throw new ApiError(CODE_EXPIRED, "code expired");
		}
		codes.put(value, new Code(code.grant(), code.expiresAt(), true));
		String number = world.nextId("webtoken");
		Token token = new Token("web_" + world.random().text(100, number), "ref_" + world.random().text(100, number),
				code.grant(), now().plus(TOKEN_LIFE), now().plus(REFRESH_LIFE));
		tokens.put(token.value(), token);
		refreshTokens.put(token.refresh(), token);
		return token;
	}

	/** The same grant with its life begun anew, and with a new token if it had ended. */
	synchronized Token refresh(SimAccount account, String value) {
		Token old = refreshTokens.get(value);
		if (old == null || !old.grant().appId().equals(account.appId())) {
			throw new ApiError(INVALID_REFRESH_TOKEN, "invalid refresh_token");
		}
		if (!now().isBefore(old.refreshUntil())) {
			throw new ApiError(REFRESH_TOKEN_EXPIRED, "refresh_token expired");
		}
		String next = now().isBefore(old.expiresAt()) ? old.value()
				: "web_" + world.random().text(100, world.nextId("webtoken"));
		Token token = new Token(next, value, old.grant(), now().plus(TOKEN_LIFE), old.refreshUntil());
		tokens.put(next, token);
		refreshTokens.put(value, token);
		return token;
	}

	/** What a token was given for; it must be known and alive. */
	synchronized Grant grant(String token) {
		Token found = tokens.get(token);
		if (token.isEmpty()) {
			throw new ApiError(41001, "access_token missing");
		}
		if (found == null) {
			throw new ApiError(40001, "invalid credential, access_token is invalid or not latest");
		}
		if (!now().isBefore(found.expiresAt())) {
			throw new ApiError(TOKEN_EXPIRED, "access_token expired");
		}
		return found.grant();
	}

	synchronized void reset() {
		codes.clear();
		tokens.clear();
		refreshTokens.clear();
	}

	private Instant now() {
		return world.clock().instant();
	}

	/**
	 * What a person allowed an account.
	 *
	 * @param openId the person's id for the account; a made-up one on a snapshot page
	 * @param unionId the person's id for all accounts of one open platform
	 */
	record Grant(String appId, String personId, String openId, @Nullable String unionId, Scope scope,
			boolean snapshot) {
	}

	/** How much the account asks for. */
	enum Scope {

		/** Only who the person is. */
		snsapi_base,
		/** The name and the picture too, which the person is asked for. */
		snsapi_userinfo

	}

	/** A code on its way through the browser. */
	private record Code(Grant grant, Instant expiresAt, boolean used) {
	}

	/** What a code was changed into. */
	record Token(String value, String refresh, Grant grant, Instant expiresAt, Instant refreshUntil) {
	}

}
