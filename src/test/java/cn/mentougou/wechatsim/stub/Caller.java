package cn.mentougou.wechatsim.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.SimAccount;

/** Calls the simulator as a program without an SDK would. */
public final class Caller {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String host;

	public Caller(String host) {
		this.host = host;
	}

	public JsonNode get(String path) {
		return json(send(HttpRequest.newBuilder(URI.create(host + path))));
	}

	public JsonNode post(String path, String body) {
		return json(send(posting(path, body)));
	}

	/** Uploads a file in the field that all uploads name. */
	public JsonNode upload(String path, byte[] content) {
		String head = "--sim\r\nContent-Disposition: form-data; name=\"media\"; filename=\"校园.jpg\"\r\n\r\n";
		return json(send(request(path).header("Content-Type", "multipart/form-data; boundary=sim")
			.POST(HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofString(head),
					HttpRequest.BodyPublishers.ofByteArray(content),
					HttpRequest.BodyPublishers.ofString("\r\n--sim--\r\n")))));
	}

	/** The error code of a post, 0 where the answer has none. */
	public int code(String path, String body) {
		return post(path, body).path("errcode").asInt(0);
	}

	public HttpResponse<String> exchange(String path, String body) {
		return send(posting(path, body));
	}

	public HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(host + path));
	}

	public HttpRequest.Builder posting(String path, String body) {
		return request(path).POST(HttpRequest.BodyPublishers.ofString(body));
	}

	/** A stable token for the account. */
	public String token(SimAccount account) {
		return stableToken(account, false).path("access_token").asString();
	}

	public JsonNode stableToken(SimAccount account, boolean force) {
		return post("/cgi-bin/stable_token",
				"{\"grant_type\":\"client_credential\",\"appid\":\"%s\",\"secret\":\"%s\",\"force_refresh\":%s}"
					.formatted(account.appId(), account.secret(), force));
	}

	private static JsonNode json(HttpResponse<String> response) {
		return Json.MAPPER.readTree(response.body());
	}

}
