package cn.mentougou.wechatsim.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** What an account asks a person for, as it stands in the address of the page. */
record AuthorizeQuestion(SimAccount account, String redirectUri, WebGrants.Scope scope, String state) {

	private static final int LONGEST_STATE = 128;

	/** Reads the address; what is wrong with it is said as WeChat says it. */
	static AuthorizeQuestion of(World world, SimWeb web, Map<String, String> query) {
		SimAccount account = world.account(query.getOrDefault("appid", ""))
			.orElseThrow(() -> new Refused("AppID 参数错误", 10013));
		if (!SimWeb.mayAuthorise(account)) {
			throw new Refused("该公众号没有这个 scope 的权限", 10005);
		}
		String redirect = query.getOrDefault("redirect_uri", "");
		if (!redirect.matches("https?://.+")) {
			throw new Refused("redirect_uri 参数错误", 10011);
		}
		if (!web.settings(account.appId()).authorisationHosts().contains(String.valueOf(SimWeb.authority(redirect)))) {
			throw new Refused("redirect_uri 域名与后台配置不一致", 10003);
		}
		if (!query.getOrDefault("response_type", "").equals("code")) {
			throw new Refused("response_type 参数错误", 10014);
		}
		String state = query.getOrDefault("state", "");
		if (state.length() > LONGEST_STATE || !state.matches("[a-zA-Z0-9]*")) {
			throw new Refused("state 参数错误：只能是字母和数字，最长 128 字节", 10015);
		}
		return new AuthorizeQuestion(account, redirect, scope(query.getOrDefault("scope", "")), state);
	}

	private static WebGrants.Scope scope(String name) {
		for (WebGrants.Scope scope : WebGrants.Scope.values()) {
			if (scope.name().equals(name)) {
				return scope;
			}
		}
		throw new Refused("scope 参数错误", 10010);
	}

	/** Where the browser goes next; without a code if the person said no. */
	String answer(@Nullable String code) {
		String separator = redirectUri.contains("?") ? "&" : "?";
		String given = (code != null) ? "code=" + code + "&" : "";
		return redirectUri + separator + given + "state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
	}

	/** A page that WeChat shows instead of asking. */
	static final class Refused extends RuntimeException {

		private final int code;

		Refused(String words, int code) {
			super(words);
			this.code = code;
		}

		int code() {
			return code;
		}

	}

}
