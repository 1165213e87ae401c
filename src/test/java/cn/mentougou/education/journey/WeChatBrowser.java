package cn.mentougou.education.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.SimPerson;

/**
 * WeChat's browser on one person's phone, without scripts: it keeps its own cookies for
 * each server and follows only when told.
 */
public final class WeChatBrowser {

	private static final Pattern WORD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newHttpClient();

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private final String server;

	private String agent = "Mozilla/5.0 (Linux; Android 8.0) AppleWebKit/537.36 MicroMessenger/8.0.50";

	private String page = "";

	private WeChatBrowser(String server) {
		this.server = server;
	}

	/** A phone on which nobody is known to the platform yet. */
	public static WeChatBrowser at(int port) {
		return new WeChatBrowser("http://localhost:" + port);
	}

	/** The phone of this person. */
	public static WeChatBrowser of(SimPerson person, int port) {
		WeChatBrowser browser = at(port);
		browser.cookies.put("simperson", person.id());
		return browser;
	}

	/** Says something else of itself from now on. */
	public WeChatBrowser calledItself(String agent) {
		this.agent = agent;
		return this;
	}

	/** Opens an address, or a path of the application. */
	public HttpResponse<String> open(String address) {
		return send(HttpRequest.newBuilder(URI.create(absolute(address))));
	}

	/** Opens an address and goes on wherever it leads. */
	public HttpResponse<String> follow(String address) {
		List<HttpResponse<String>> steps = steps(address);
		return steps.get(steps.size() - 1);
	}

	/** Every step of the way, the last page included. */
	public List<HttpResponse<String>> steps(String address) {
		List<HttpResponse<String>> steps = new ArrayList<>();
		HttpResponse<String> answer = open(address);
		steps.add(answer);
		while (to(answer) != null && steps.size() < 12) {
			answer = open(to(answer));
			steps.add(answer);
		}
		return steps;
	}

	/** Goes as far as the platform's answer, and does not open what it leads to. */
	public String callback(String page) {
		String authorize = to(open(page));
		return to(open(authorize));
	}

	/** Sends a form of the page seen last: names and values in turn. */
	public HttpResponse<String> submit(String path, String... fields) {
		Matcher word = WORD.matcher(this.page);
		Map<String, String> form = new LinkedHashMap<>();
		form.put("_csrf", word.find() ? word.group(1) : "");
		for (int i = 0; i < fields.length; i += 2) {
			form.put(fields[i], fields[i + 1]);
		}
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(URI.create(absolute(path)))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	/** Where an answer leads; null if nowhere. */
	public static @Nullable String to(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse(null);
	}

	/** A cookie, or null. */
	public @Nullable String cookie(String name) {
		return this.cookies.get(name);
	}

	/** Plants a cookie. */
	public void cookie(String name, String value) {
		this.cookies.put(name, value);
	}

	private String absolute(String address) {
		return address.startsWith("http") ? address : this.server + address;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		String kept = this.cookies.entrySet()
			.stream()
			.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
		try {
			HttpResponse<String> answer = this.client.send(request.setHeader("User-Agent", this.agent)
				.setHeader("Cookie", kept)
				.timeout(Duration.ofSeconds(20))
				.build(), HttpResponse.BodyHandlers.ofString());
			keep(answer);
			if (!answer.body().isEmpty()) {
				this.page = answer.body();
			}
			return answer;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void keep(HttpResponse<String> answer) {
		for (String cookie : answer.headers().allValues("Set-Cookie")) {
			String[] pair = cookie.split(";", 2)[0].split("=", 2);
			if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
				this.cookies.remove(pair[0]);
			}
			else {
				this.cookies.put(pair[0], pair[1]);
			}
		}
	}

}
