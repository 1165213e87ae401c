package cn.mentougou.wechatsim.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.platform.PlatformPages;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.Person;
import cn.mentougou.wechatsim.world.World;

/**
 * What plays {@code open.weixin.qq.com} and the host of the JS-SDK. In WeChat the
 * platform knows whose phone it is; here a cookie says it, and without one the page asks.
 */
public final class OpenHost implements PlatformPages {

	private static final String HTML = "text/html; charset=utf-8";

	private static final String SCRIPT = "text/javascript; charset=utf-8";

	private final World world;

	private final SimWeb web;

	private final WebGrants grants;

	OpenHost(World world, SimWeb web, WebGrants grants) {
		this.world = world;
		this.web = web;
		this.grants = grants;
	}

	@Override
	public boolean serve(HttpExchange exchange) throws IOException {
		switch (exchange.getRequestURI().getPath()) {
			case "/connect/oauth2/authorize" -> authorize(exchange, query(exchange));
			case "/connect/oauth2/answer" -> answer(exchange, query(exchange));
			case "/open/js/jweixin-1.6.0.js" -> send(exchange, 200, SCRIPT, script());
			case "/open/js/check" -> check(exchange, query(exchange));
			default -> {
				return false;
			}
		}
		return true;
	}

	private void authorize(HttpExchange exchange, Map<String, String> query) throws IOException {
		AuthorizeQuestion question;
		try {
			question = AuthorizeQuestion.of(world, web, query);
		}
		catch (AuthorizeQuestion.Refused ex) {
			send(exchange, 200, HTML, AuthorizePage.refusal(ex));
			return;
		}
		Optional<Person> person = PlatformPages.person(exchange, world);
		if (person.isPresent() && question.scope() == WebGrants.Scope.snsapi_base) {
			redirect(exchange, question.answer(code(question, person.get(), false)));
			return;
		}
		String asked = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
		send(exchange, 200, HTML, AuthorizePage.question(question, asked, world.persons(), person.orElse(null)));
	}

	/** The person has chosen. */
	private void answer(HttpExchange exchange, Map<String, String> query) throws IOException {
		AuthorizeQuestion question;
		try {
			question = AuthorizeQuestion.of(world, web, query);
		}
		catch (AuthorizeQuestion.Refused ex) {
			send(exchange, 200, HTML, AuthorizePage.refusal(ex));
			return;
		}
		Optional<Person> person = world.person(query.get("person"));
		if (query.getOrDefault("answer", "").equals("deny") || person.isEmpty()) {
			redirect(exchange, question.answer(null));
			return;
		}
		redirect(exchange,
				question.answer(code(question, person.get(), query.getOrDefault("answer", "").equals("snapshot"))));
	}

	private String code(AuthorizeQuestion question, Person person, boolean chosen) {
		String appId = question.account().appId();
		boolean snapshot = chosen || web.snapshots();
		String openId = snapshot ? "o" + world.random().text(27, "snapshot", world.nextId("snapshot"))
				: world.followers().openId(appId, person.id());
		String unionId = snapshot ? null : unionId(question, person);
		return grants.code(new WebGrants.Grant(appId, person.id(), openId, unionId, question.scope(), snapshot));
	}

	/** Known with the person's consent, or to an account that the person follows. */
	private @Nullable String unionId(AuthorizeQuestion question, Person person) {
		boolean follows = world.followers().of(question.account().appId(), person.id()).subscribed();
		return (follows || question.scope() == WebGrants.Scope.snsapi_userinfo)
				? world.unionId(question.account(), person.id()).orElse(null) : null;
	}

	/** The bridge between the JS-SDK in the page and the person's WeChat. */
	private void check(HttpExchange exchange, Map<String, String> query) throws IOException {
		String callback = query.getOrDefault("callback", "");
		if (!callback.matches("[a-zA-Z0-9_]{1,40}")) {
			send(exchange, 400, SCRIPT, "");
			return;
		}
		Optional<String> complaint = web.complaint(new SimWeb.SignedPage(query.getOrDefault("appId", ""),
				query.getOrDefault("url", ""), query.getOrDefault("timestamp", ""), query.getOrDefault("nonceStr", ""),
				query.getOrDefault("signature", "")));
		send(exchange, 200, SCRIPT, callback + "(" + Json.write(Map.of("complaint", complaint.orElse(""))) + ");");
	}

	private static String script() throws IOException {
		try (InputStream in = OpenHost.class.getResourceAsStream("/wechatsim/open/jweixin.js")) {
			return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static Map<String, String> query(HttpExchange exchange) {
		Map<String, String> query = new LinkedHashMap<>();
		for (String pair : Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "").split("&")) {
			String[] parts = pair.split("=", 2);
			if (parts.length == 2) {
				query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
			}
		}
		return query;
	}

	private static void redirect(HttpExchange exchange, String to) throws IOException {
		try (exchange) {
			exchange.getResponseHeaders().set("Location", to);
			exchange.getResponseHeaders().set("Cache-Control", "no-store");
			exchange.sendResponseHeaders(302, -1);
		}
	}

	private static void send(HttpExchange exchange, int status, String type, String content) throws IOException {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		try (exchange) {
			exchange.getResponseHeaders().set("Content-Type", type);
			exchange.getResponseHeaders().set("Cache-Control", "no-store");
			exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
			exchange.getResponseBody().write(bytes);
		}
	}

}
