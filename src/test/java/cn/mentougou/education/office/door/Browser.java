package cn.mentougou.education.office.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without scripts: keeps cookies, fills in forms, does not follow by itself.
 */
public final class Browser {

	private static final Pattern WORD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final Map<String, String> headers = new LinkedHashMap<>();

	private final String server;

	private String page = "";

	/** At this server, such as {@code http://127.0.0.1:8080}. */
	public Browser(String server) {
		this.server = server;
	}

	/** Sends this header with each request from now on. */
	public Browser with(String name, String value) {
		this.headers.put(name, value);
		return this;
	}

	/** Opens a page. */
	public HttpResponse<String> open(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.server + path)));
	}

	/** Opens a page and goes on wherever it leads. */
	public HttpResponse<String> follow(String path) {
		HttpResponse<String> answer = open(path);
		for (int steps = 0; steps < 10 && to(answer) != null; steps++) {
			answer = open(to(answer));
		}
		return answer;
	}

	/** Sends a form of the page seen last: names and values in turn. */
	public HttpResponse<String> submit(String path, String... fields) {
		Matcher word = WORD.matcher(this.page);
		String[] all = new String[fields.length + 2];
		System.arraycopy(fields, 0, all, 2, fields.length);
		all[0] = "_csrf";
		all[1] = word.find() ? word.group(1) : "";
		return post(path, all);
	}

	/** Sends fields without what a form of ours would add. */
	public HttpResponse<String> post(String path, String... fields) {
		Map<String, String> form = new LinkedHashMap<>();
		for (int i = 0; i < fields.length; i += 2) {
			form.put(fields[i], fields[i + 1]);
		}
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(URI.create(this.server + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	/** Sends a file by a form of the page seen last. */
	public HttpResponse<String> upload(String path, String name, byte[] content) {
		Matcher word = WORD.matcher(this.page);
		return upload(path, Map.of("_csrf", word.find() ? word.group(1) : ""), name, content);
	}

	/** Sends fields and a file, whose name is written as browsers do. */
	public HttpResponse<String> upload(String path, Map<String, String> fields, String name, byte[] content) {
		StringBuilder head = new StringBuilder();
		fields.forEach((field, value) -> head.append("--edge\r\nContent-Disposition: form-data; name=\"")
			.append(field)
			.append("\"\r\n\r\n")
			.append(value)
			.append("\r\n"));
		String written = name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
		head.append("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
			.append(written)
			.append("\"\r\nContent-Type: image/png\r\n\r\n");
		return send(HttpRequest.newBuilder(URI.create(this.server + path))
			.header("Content-Type", "multipart/form-data; boundary=edge")
			.POST(HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofString(head.toString()),
					HttpRequest.BodyPublishers.ofByteArray(content),
					HttpRequest.BodyPublishers.ofString("\r\n--edge--\r\n"))));
	}

	/** Where an answer leads, within this server; null if nowhere. */
	public static String to(HttpResponse<String> answer) {
		return answer.headers()
			.firstValue("Location")
			.map((place) -> place.startsWith("http") ? place.replaceFirst("https?://[^/]+", "") : place)
			.orElse(null);
	}

	/** The cookie of the console, or null. */
	public String cookie() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("console"))
			.map((cookie) -> cookie.getValue())
			.findFirst()
			.orElse(null);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		this.headers.forEach(request::setHeader);
		try {
			HttpResponse<String> answer = this.client.send(request.timeout(Duration.ofSeconds(20)).build(),
					HttpResponse.BodyHandlers.ofString());
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

}
