package cn.mentougou.wechatsim.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.platform.Endpoint;
import cn.mentougou.wechatsim.platform.PlatformPages;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** Pages in the browser as a whole: what is set for them and what was handed out. */
public final class SimWeb {

	private final World world;

	private final WebGrants grants;

	private final Tickets tickets;

	private final Map<String, WebSettings> settings = new LinkedHashMap<>();

	private final List<PersonalCookie> personalCookies = new ArrayList<>();

	private volatile boolean snapshots;

	public SimWeb(World world) {
		this.world = world;
		this.grants = new WebGrants(world);
		this.tickets = new Tickets(world);
	}

	/** The calls of the accounts' servers. */
	public List<Endpoint> endpoints() {
		List<Endpoint> endpoints = new ArrayList<>(new OAuthApi(world, grants).endpoints());
		endpoints.addAll(tickets.endpoints());
		return endpoints;
	}

	/** The pages that the platform itself shows in the person's browser. */
	public OpenHost pages() {
		return new OpenHost(world, this, grants);
	}

	public synchronized void settings(String appId, WebSettings value) {
		settings.put(appId, value);
	}

	public synchronized WebSettings settings(String appId) {
		return settings.getOrDefault(appId, WebSettings.NONE);
	}

	/** From now on pages that ask for more than who one is are opened as snapshots. */
	public void snapshots(boolean value) {
		this.snapshots = value;
	}

	public boolean snapshots() {
		return snapshots;
	}

	/**
	 * A cookie that belongs to one phone: since one browser here is everybody's phone, it
	 * is taken away when a page is opened as somebody.
	 */
	public synchronized void personalCookie(String name, String path) {
		personalCookies.add(new PersonalCookie(name, path));
	}

	/** Leads the browser to a page as this person; the platform will know who it is. */
	public void open(HttpExchange exchange, String personId, String url) throws java.io.IOException {
		String person = world.person(personId)
			.orElseThrow(() -> new IllegalArgumentException("没有编号为 " + personId + " 的人"))
			.id();
		if (!url.matches("https?://[^\\s\"<>]+")) {
			throw new IllegalArgumentException("只能打开 http:// 或 https:// 开头的网址");
		}
		try (exchange) {
			exchange.getResponseHeaders().add("Set-Cookie", PlatformPages.PERSON + "=" + person + "; Path=/; HttpOnly");
			synchronized (this) {
				personalCookies.forEach((cookie) -> exchange.getResponseHeaders()
					.add("Set-Cookie", cookie.name() + "=; Path=" + cookie.path() + "; Max-Age=0; HttpOnly"));
			}
			exchange.getResponseHeaders().set("Location", url);
			exchange.getResponseHeaders().set("Cache-Control", "no-store");
			exchange.sendResponseHeaders(302, -1);
		}
	}

	/** What the file {@code MP_verify_….txt} must be called and hold. */
	public VerifyFile verifyFile(String appId) {
		String text = world.random().text(16, "mp-verify", appId);
		return new VerifyFile("MP_verify_" + text + ".txt", text);
	}

	/**
	 * What the JS-SDK in the person's WeChat finds out about a page: nothing, if it may
	 * be used there, else the platform's words.
	 */
	public Optional<String> complaint(SignedPage page) {
		String address = page.url().split("#", 2)[0];
		if (world.account(page.appId()).isEmpty()) {
			return Optional.of("config:invalid appid");
		}
		if (!settings(page.appId()).scriptHosts().contains(String.valueOf(authority(address)))) {
			return Optional.of("config:invalid url domain");
		}
		String rest = "&noncestr=" + page.nonce() + "&timestamp=" + page.timestamp() + "&url=" + address;
		return tickets.sign(page.appId(), rest, page.signature()) ? Optional.empty()
				: Optional.of("config:invalid signature");
	}

	/** Whether the account may use web authorisation at all. */
	static boolean mayAuthorise(SimAccount account) {
		return account.isService() && account.verified();
	}

	static @Nullable String authority(String url) {
		try {
			return URI.create(url).getRawAuthority();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** Codes, tokens and tickets end; what was set stays. */
	public void reset() {
		grants.reset();
		tickets.reset();
		this.snapshots = false;
	}

	/** A file that proves whose host it is. */
	public record VerifyFile(String name, String content) {
	}

	/** A page that asks for the JS-SDK. */
	public record SignedPage(String appId, String url, String timestamp, String nonce, String signature) {
	}

	/** The name and path of a cookie. */
	private record PersonalCookie(String name, String path) {
	}

}
