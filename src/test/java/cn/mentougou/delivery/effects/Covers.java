package cn.mentougou.delivery.effects;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings a cover to the simulated platform, as the application would. */
public final class Covers {

	private static final JsonMapper JSON = new JsonMapper();

	private Covers() {
	}

	/** The number of a permanent picture of this account. */
	public static String upload(String platform, String appId, Map<String, Object> properties) throws Exception {
		String token = token(platform, appId, properties);
		String part = "--cut\r\nContent-Disposition: form-data; name=\"media\"; filename=\"cover.jpg\"\r\n"
				+ "Content-Type: image/jpeg\r\n\r\n\u00ff\u00d8\u00ff\u00e0cover\r\n--cut--\r\n";
		return post(platform + "/cgi-bin/material/add_material?type=image&access_token=" + token,
				"multipart/form-data; boundary=cut", part)
			.path("media_id")
			.asString();
	}

	/** The number of a new tag of this account. */
	public static long tag(String platform, String appId, Map<String, Object> properties) throws Exception {
		return post(platform + "/cgi-bin/tags/create?access_token=" + token(platform, appId, properties),
				"application/json", "{\"tag\":{\"name\":\"parents\"}}")
			.at("/tag/id")
			.asLong();
	}

	private static String token(String platform, String appId, Map<String, Object> properties) throws Exception {
		String secret = properties.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(appId))
			.map((entry) -> String.valueOf(properties.get(entry.getKey().replace("app-id", "secret"))))
			.findFirst()
			.orElseThrow();
		String ask = JSON.writeValueAsString(
				Map.of("grant_type", "client_credential", "appid", appId, "secret", secret, "force_refresh", false));
		return post(platform + "/cgi-bin/stable_token", "application/json", ask).path("access_token").asString();
	}

	private static JsonNode post(String url, String type, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url))
			.header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)))
			.build();
		return JSON.readTree(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
	}

}
