package cn.mentougou.education.wechat.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.apache.http.Header;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.util.EntityUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import cn.mentougou.education.wechat.account.WeChatHosts;

/**
 * Asks the platform for the addresses it pushes from ({@code getcallbackip}): a call that
 * changes nothing.
 */
class PlatformProbe {

	private static final JsonMapper JSON = new JsonMapper();

	private final CloseableHttpClient http;

	private final WeChatHosts hosts;

	PlatformProbe(CloseableHttpClient http, WeChatHosts hosts) {
		this.http = http;
		this.hosts = hosts;
	}

	/**
	 * Asks.
	 * @param token a token; without one the platform answers with a refusal, which also
	 * shows that it is there
	 * @throws IOException if it is not reached
	 */
	Answer ask(@Nullable String token) throws IOException {
		String query = (token != null) ? "?access_token=" + token : "";
		return this.http.execute(new HttpGet(this.hosts.api() + "/cgi-bin/getcallbackip" + query),
				PlatformProbe::answer);
	}

	private static Answer answer(HttpResponse response) throws IOException {
		String body = (response.getEntity() != null)
				? EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8) : "";
		return new Answer(response.getStatusLine().getStatusCode(), json(body), date(response.getFirstHeader("Date")));
	}

	private static JsonNode json(String body) {
		try {
			return JSON.readTree(body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	private static @Nullable Instant date(@Nullable Header header) {
		try {
			return (header != null) ? Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.getValue()))
					: null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** What came back: HTTP status, JSON if it was some, and the platform's time. */
	record Answer(int status, JsonNode json, @Nullable Instant date) {

		/** Whether it was WeChat that answered, and no gateway in between. */
		boolean isOfPlatform() {
			return this.status == 200 && this.json.isObject();
		}

	}

}
